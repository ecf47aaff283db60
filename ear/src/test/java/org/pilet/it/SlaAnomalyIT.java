package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The server is killed, at any moment, while hundreds of clocks run out. Afterwards each of them must have been struck,
 * and told of, exactly once, and be dated at its due time however late that was noticed.
 */
class SlaAnomalyIT {

    private static final int TICKETS = 300;
    private static final int KILLS = Integer.getInteger("pilet.it.kills", 1);
    private static final Duration BETWEEN = Duration.ofMillis(60);

    private final Random random = new Random();

    @Test
    void killed_during_escalations_none_is_missed_and_none_is_doubled() throws Exception {
        try (PiletServer server = PiletServer.start("escalation", 30)) {
            try (Connection connection = server.connect()) {
                runOutSoon(connection);
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = (kill + 1) * TICKETS / (KILLS + 2) + random.nextInt(TICKETS / (KILLS + 2));
                awaitBreaches(server, enough);
                server.kill9();
                server.startAgain();
            }
            awaitBreaches(server, TICKETS);
            try (Connection connection = server.connect()) {
                assertThat(number(
                                connection,
                                "select count(*) from sla_clock where breached_at = due_at and"
                                        + " next_strike_at is null and ticket_id in (select id from mine)"))
                        .isEqualTo(TICKETS);
                once(connection, "sla_clock_event e join sla_clock c on c.id = e.clock_id", "e.kind = 'BREACHED'");
                once(connection, "sla_clock_event e join sla_clock c on c.id = e.clock_id", "e.kind = 'ACTED'");
                once(connection, "ticket_event", "kind = 'SLA_BREACHED'");
                once(connection, "ticket_event", "kind = 'ESCALATED_CHANGED' and new_value = 'true'");
                once(connection, "ticket_event", "kind = 'PRIORITY_CHANGED' and new_value = 'HIGH'");
                assertThat(number(
                                connection,
                                "select count(*) from outbox o join mine on mine.id ="
                                        + " (o.payload::json ->> 'ticketId')::bigint where o.kind = 'notify'"))
                        .isEqualTo(TICKETS);
                assertThat(number(
                                connection,
                                "select count(*) from ticket join mine using (id) where priority = 'HIGH'"
                                        + " and escalated"))
                        .isEqualTo(TICKETS);
            }
        }
    }

    private static void once(Connection connection, String from, String where) throws SQLException {
        assertThat(number(
                        connection,
                        "select count(*) from mine where (select count(*) from " + from
                                + " where ticket_id = mine.id and " + where + ") <> 1"))
                .as(from + " where " + where)
                .isZero();
    }

    private static void awaitBreaches(PiletServer server, int enough) {
        await().atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    try (Connection connection = server.connect()) {
                        return number(
                                        connection,
                                        "select count(*) from sla_clock c join mine on mine.id = c.ticket_id where"
                                                + " c.breached_at is not null and c.next_strike_at is null")
                                >= enough;
                    }
                });
    }

    /** Tickets of a queue of their own, whose resolution falls due one after the other, and the policy that says so. */
    private static void runOutSoon(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into person (id, kind, name, created_at) values (9000001, 'AGENT', 'Lead', now()),
                      (9000002, 'CUSTOMER', 'Customer', now());
                    insert into team (id, name, lead_id) values (9000001, 'Escalation', 9000001);
                    insert into category (id, name) values (9000001, 'Escalation');
                    insert into queue (id, name, address, team_id, default_category_id)
                      values (9000001, 'Escalation', 'escalation@pilet.test', 9000001, 9000001);
                    insert into sla_policy (id, name, position, calendar_id, queue_id)
                      values (9000001, 'Escalation', -1, 2, 9000001);
                    insert into sla_target (policy_id, metric, budget_seconds) values (9000001, 'RESOLUTION', 600);
                    insert into escalation_action (policy_id, metric, percent, action)
                      select 9000001, 'RESOLUTION', 100,
                             unnest(array['RAISE_PRIORITY', 'NOTIFY_LEAD', 'MARK_ESCALATED']);
                    create table mine (id bigint primary key)""");
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                with made as (
                  insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,
                                      queue_id, requester_id, created_at, changed_at)
                  select 9000000 + n, 'E' || n, 'Running out', 'OPEN', 'NORMAL', 'INCIDENT', 'PHONE', 'en', 9000001,
                         9000001, 9000002, now() - interval '595 seconds' + n * ?::interval, now()
                    from generate_series(1, ?) n
                  returning id, created_at),
                kept as (insert into mine select id from made),
                clock as (
                  insert into sla_clock (id, ticket_id, metric, policy_id, calendar_id, priority, budget_seconds,
                                         terms_since, state, started_at, due_at, next_strike_at)
                  select id, id, 'RESOLUTION', 9000001, 2, 'NORMAL', 600, created_at, 'RUNNING', created_at,
                         created_at + interval '600 seconds', created_at + interval '600 seconds'
                    from made
                  returning id, started_at, due_at)
                insert into sla_clock_event (id, clock_id, ordinal, kind, at, recorded_at, why, policy_id,
                                             budget_seconds, due_after)
                select id, id, 0, 'STARTED', started_at, started_at, 'OPEN', 9000001, 600, due_at from clock""")) {
            insert.setString(1, BETWEEN.toMillis() + " milliseconds");
            insert.setInt(2, TICKETS);
            insert.executeUpdate();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
