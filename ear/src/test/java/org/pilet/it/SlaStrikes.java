package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many clocks a second one node strikes that are overdue all at once, beside the floor: the same rows written by plain
 * SQL, one commit for each clock. Run by its name only.
 */
class SlaStrikes {

    private static final int TICKETS = Integer.getInteger("pilet.it.strikes", 3_000);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void strikes_a_second_beside_plain_sql() throws Exception {
        RunningOut all = new RunningOut(TICKETS, Duration.ZERO);
        try (PiletServer server = PiletServer.start("strikes", 35)) {
            try (Connection connection = server.connect()) {
                all.prepare(connection);
            }
            RunningOut.awaitBreaches(server, TICKETS / 10, PATIENCE); // the first ones warm it up
            long struckBefore = RunningOut.breaches(server);
            long start = System.nanoTime();
            RunningOut.awaitBreaches(server, TICKETS, PATIENCE);
            double strikes = rate(TICKETS - struckBefore, start);
            server.stop(); // it would work on the rows that the floor writes
            try (Connection connection = server.connect()) {
                all.assertEachStruckOnce(connection);
                double floor = floor(connection);
                System.out.printf("%.0f strikes a second; plain SQL: %.0f%n", strikes, floor);
                assertThat(strikes).isPositive();
            }
        }
    }

    private static double rate(long done, long start) {
        return done / (Math.max(1, System.nanoTime() - start) / 1e9);
    }

    /** Writes what a strike has written once more, clock by clock. */
    private static double floor(Connection connection) throws SQLException {
        List<Long> tickets = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id from mine order by id")) {
            while (result.next()) {
                tickets.add(result.getLong(1));
            }
        }
        connection.setAutoCommit(false);
        List<String> statements = List.of(
                "select id from ticket where id = ? for update",
                "update ticket set version = version + 1, changed_at = now() where id = ?",
                "update sla_clock set generation = generation + 1 where ticket_id = ?",
                "insert into sla_clock_event (id, clock_id, ordinal, kind, at, recorded_at, why, policy_id, budget_seconds)"
                        + " select nextval('sla_clock_event_seq'), c.id, 100 + n, 'RECOUNTED', now(), now(), '', c.policy_id,"
                        + " c.budget_seconds from sla_clock c, generate_series(1, 3) n where c.ticket_id = ?",
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_kind, status, queue_id) select"
                        + " nextval('ticket_event_seq'), t.id, t.version, now(), 'FLOOR', 'SYSTEM', t.status, t.queue_id from"
                        + " ticket t, generate_series(1, 4) n where t.id = ?",
                "insert into outbox (id, kind, dedup_key, payload, created_at, due_at) select nextval('outbox_seq'),"
                        + " 'floor', 'floor:' || ?::bigint, '{}', now(), now()");
        List<PreparedStatement> prepared = new ArrayList<>();
        for (String statement : statements) {
            prepared.add(connection.prepareStatement(statement));
        }
        long start = System.nanoTime();
        for (long ticket : tickets) {
            for (PreparedStatement statement : prepared) {
                statement.setLong(1, ticket);
                statement.execute();
            }
            connection.commit();
        }
        return rate(tickets.size(), start);
    }
}
