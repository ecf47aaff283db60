package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Tickets whose resolution falls due one after the other, and what must have come of them. */
final class RunningOut {

    private final int tickets;
    private final Duration between;

    RunningOut(int tickets, Duration between) {
        this.tickets = tickets;
        this.between = between;
    }

    /** Waits until so many have been struck. */
    static void awaitBreaches(PiletServer server, int enough, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(100)).until(() -> breaches(server) >= enough);
    }

    static long breaches(PiletServer server) throws SQLException {
        try (Connection connection = server.connect()) {
            return number(
                    connection,
                    "select count(*) from sla_clock c join mine on mine.id = c.ticket_id where c.breached_at is not null"
                            + " and c.next_strike_at is null");
        }
    }

    /** Each was struck and told of exactly once, and is dated at its due time. */
    void assertEachStruckOnce(Connection connection) throws SQLException {
        assertThat(number(
                        connection,
                        "select count(*) from sla_clock where breached_at = due_at and"
                                + " next_strike_at is null and ticket_id in (select id from mine)"))
                .isEqualTo(tickets);
        once(connection, "sla_clock_event e join sla_clock c on c.id = e.clock_id", "e.kind = 'BREACHED'");
        once(connection, "sla_clock_event e join sla_clock c on c.id = e.clock_id", "e.kind = 'ACTED'");
        once(connection, "ticket_event", "kind = 'SLA_BREACHED'");
        once(connection, "ticket_event", "kind = 'ESCALATED_CHANGED' and new_value = 'true'");
        once(connection, "ticket_event", "kind = 'PRIORITY_CHANGED' and new_value = 'HIGH'");
        assertThat(number(
                        connection,
                        "select count(*) from outbox o join mine on mine.id ="
                                + " (o.payload::json ->> 'ticketId')::bigint where o.kind = 'notify'"))
                .isEqualTo(tickets);
        assertThat(number(
                        connection,
                        "select count(*) from ticket join mine using (id) where priority = 'HIGH' and escalated"))
                .isEqualTo(tickets);
    }

    /** How late the breaches were noticed, in milliseconds: of so many hundredths of them not later. */
    static long lateness(Connection connection, int percentile) throws SQLException {
        return number(
                connection,
                "select (1000 * percentile_cont(" + percentile + " / 100.0) within group (order by"
                        + " extract(epoch from e.recorded_at - e.at)))::bigint from sla_clock_event e join sla_clock c on"
                        + " c.id = e.clock_id join mine on mine.id = c.ticket_id where e.kind = 'BREACHED'");
    }

    private static void once(Connection connection, String from, String where) throws SQLException {
        assertThat(number(
                        connection,
                        "select count(*) from mine where (select count(*) from " + from
                                + " where ticket_id = mine.id and " + where + ") <> 1"))
                .as(from + " where " + where)
                .isZero();
    }

    /** Tickets of a queue of their own, whose resolution falls due one after the other, and the policy that says so. */
    void prepare(Connection connection) throws SQLException {
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
            insert.setString(1, between.toMillis() + " milliseconds");
            insert.setInt(2, tickets);
            insert.executeUpdate();
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
