package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;

/**
 * What the sweep's look costs while nothing is due, measured with {@code -Dtest=SweepCost}: as much with a million
 * open clocks as with ten thousand.
 */
@ExtendWith(PostgresExtension.class)
class SweepCost {

    private static final int TICKETS = 10_000;
    private static final int LOOKS = 500;

    private final Sql sql;

    SweepCost(Sql sql) {
        this.sql = sql;
    }

    @Test
    void a_look_costs_the_same_with_a_hundred_times_the_clocks() {
        tickets();
        sql.update("alter table sla_clock disable trigger ticket_follows_clock"); // would sum up each ticket each time
        clocks(1, 1);
        Duration few = look();
        clocks(2, 10);
        Duration more = look();
        clocks(11, 100);
        Duration many = look();
        System.out.printf(
                "one look while nothing is due: %d µs at 10,000 open clocks, %d µs at 100,000, %d µs at 1,000,000%n",
                few.toNanos() / 1000, more.toNanos() / 1000, many.toNanos() / 1000);
        assertThat(many).isLessThan(few.multipliedBy(3).plusMillis(1));
    }

    private void tickets() {
        sql.update("insert into person (id, kind, name, created_at) values (8000001, 'CUSTOMER', 'Customer', now())");
        sql.update("insert into team (id, name) values (8000001, 'Sweep')");
        sql.update("insert into category (id, name) values (8000001, 'Sweep')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id)"
                + " values (8000001, 'Sweep', 'sweep@pilet.test', 8000001, 8000001)");
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id, queue_id,"
                        + " requester_id, created_at, changed_at) select 8000000 + n, 'S' || n, 'Open', 'OPEN', 'NORMAL',"
                        + " 'INCIDENT', 'PHONE', 'en', 8000001, 8000001, 8000001, now(), now()"
                        + " from generate_series(1, ?) n",
                TICKETS);
    }

    private void clocks(int firstCycle, int lastCycle) {
        sql.update(
                "insert into sla_clock (id, ticket_id, metric, cycle, policy_id, calendar_id, priority, budget_seconds,"
                        + " terms_since, state, started_at, due_at, next_strike_at) select 8000000 + c * ? + n, 8000000 + n,"
                        + " 'RESOLUTION', c, 1, 2, 'NORMAL', 600, now(), 'RUNNING', now(), now() + interval '1 day' +"
                        + " n * interval '1 second', now() + interval '1 day' + n * interval '1 second'"
                        + " from generate_series(?, ?) c, generate_series(1, ?) n",
                TICKETS,
                firstCycle,
                lastCycle,
                TICKETS);
        sql.update("analyze sla_clock");
    }

    /** The median of many. */
    private Duration look() {
        long[] nanos = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            long start = System.nanoTime();
            assertThat(sql.list(ClockStore.DUE, row -> row.number("id"), Instant.now(), 200))
                    .isEmpty();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[LOOKS / 2]);
    }
}
