package org.pilet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of tickets arrive at once on two nodes, which give them out to the same few people, while one node or the other
 * is killed: nobody ever has more than they can be given, no ticket is given twice, none is forgotten. Takes some minutes, so it is
 * run by its name only.
 */
class RoutingCluster {

    private static final int TICKETS = Integer.getInteger("pilet.it.routing.tickets", 400);
    private static final int AGENTS = 12;
    private static final int CALLERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String HELD = "(select count(*) from ticket t where t.owner_id = a.person_id and t.queue_id ="
            + " 9100001 and t.status in ('NEW', 'OPEN'))";

    private final Random random = new Random();

    @Test
    void no_cap_is_exceeded_however_many_come_at_once_and_whichever_node_dies() throws Exception {
        try (PiletServer one = PiletServer.start("routing", 37);
                PiletServer two = PiletServer.beside(one, 38)) {
            List<PiletServer> nodes = List.of(one, two);
            String token;
            try (Connection connection = one.connect()) {
                prepare(connection);
                token = token(connection);
            }
            long start = System.nanoTime();
            arrive(nodes, token);
            long arrived = System.nanoTime();
            int kills = 0;
            int rounds = 0;
            try (Connection connection = one.connect()) {
                long room = RunningOut.number(
                        connection, "select sum(most_tickets) from routing_agent where person_id > 9100000");
                for (long ever = 0; ever < TICKETS; rounds++) {
                    long done = RunningOut.number(
                            connection, "select count(*) from ticket where queue_id = 9100001 and status = 'CLOSED'");
                    long expected = Math.min(room, TICKETS - done);
                    await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(100))
                            .until(() -> {
                                assertNobodyHasTooMuch(connection);
                                return held(connection) == expected;
                            });
                    ever = RunningOut.number(
                            connection,
                            "select count(*) from ticket where queue_id = 9100001 and owner_id is not null");
                    if (ever < TICKETS) {
                        PiletServer victim = nodes.get(random.nextInt(nodes.size()));
                        victim.kill9();
                        kills++;
                        makeRoom(connection);
                        victim.startAgain();
                    }
                }
                assertThat(
                                RunningOut.number(
                                        connection,
                                        "select count(*) from ticket t where t.queue_id = 9100001 and (select count(*) from"
                                                + " ticket_event e where e.ticket_id = t.id and e.kind = 'OWNER_CHANGED') <> 1"))
                        .as("given to somebody once")
                        .isZero();
                assertThat(RunningOut.number(
                                connection,
                                "select count(*) from ticket t where t.queue_id = 9100001 and (select count(*) from"
                                        + " routing_log l where l.ticket_id = t.id and l.person_id = t.owner_id) <> 1"))
                        .as("the reason is in the log")
                        .isZero();
            }
            System.out.printf(
                    "%d tickets came to two nodes within %d ms; given to %d agents, to their caps, in %d rounds with %d kills:"
                            + " no cap exceeded, none given twice, none forgotten%n",
                    TICKETS, (arrived - start) / 1_000_000, AGENTS, rounds, kills);
        }
    }

    private static void assertNobodyHasTooMuch(Connection connection) throws SQLException {
        assertThat(RunningOut.number(
                        connection,
                        "select count(*) from routing_agent a where a.person_id > 9100000 and " + HELD
                                + " > a.most_tickets"))
                .as("agents above their cap")
                .isZero();
    }

    private static long held(Connection connection) throws SQLException {
        return RunningOut.number(
                connection, "select coalesce(sum(" + HELD + "), 0) from routing_agent a where a.person_id > 9100000");
    }

    /** Most of what was given is done. */
    private static void makeRoom(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "update ticket set status = 'CLOSED' where queue_id = 9100001 and owner_id is not null and"
                            + " status in ('NEW', 'OPEN') and random() < 0.75");
        }
    }

    private void arrive(List<PiletServer> nodes, String token) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int n = 0; n < TICKETS; n++) {
                PiletServer node = nodes.get(n % nodes.size());
                Map<String, Object> body = Map.of(
                        "queue", "Crowded", "subject", "Many at once " + n, "text", "Please", "priority", "NORMAL");
                calls.add(callers.submit(() -> given().baseUri(node.address())
                        .basePath("/api/v1")
                        .auth()
                        .preemptive()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/tickets")
                        .then()
                        .statusCode(201)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into team (id, name) values (9100001, 'Crowded');"
                    + "insert into category (id, name) values (9100001, 'Crowded');"
                    + "insert into queue (id, name, address, team_id, default_category_id) values (9100001, 'Crowded',"
                    + " 'crowded@pilet.test', 9100001, 9100001);"
                    + "insert into queue_grant (team_id, queue_id, permission) values (9100001, 9100001, 'WORK');"
                    + "insert into person (id, kind, name, created_at) select 9100000 + n, 'AGENT', 'Agent ' || n, now()"
                    + " from generate_series(1, " + AGENTS + ") n;"
                    + "insert into team_member (team_id, person_id) select 9100001, 9100000 + n from generate_series(1, "
                    + AGENTS + ") n;"
                    + "insert into routing_agent (person_id, most_tickets) select 9100000 + n, 1 + n % 7 * 2 from"
                    + " generate_series(1, " + AGENTS + ") n;"
                    + "insert into routing_queue (queue_id, active, strategy, ordering) values (9100001, true,"
                    + " 'LEAST_LOADED', 'ARRIVAL')");
        }
    }

    private static String token(Connection connection) throws Exception {
        String token = "pilet_routing-cluster";
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into api_token (id, person_id, name, token_hash, scopes, created_at, expires_at) select"
                        + " nextval('api_token_seq'), id, 'cluster', ?, 'tickets:write', now(), now() + interval '1 day'"
                        + " from person where email = 'anna@northwind.test'")) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            insert.executeUpdate();
        }
        return token;
    }
}
