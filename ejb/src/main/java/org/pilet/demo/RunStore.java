package org.pilet.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.NotFound;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

/** Remembers runs and which of their places are played. */
@Dependent
class RunStore {

    private static final String COLUMNS = "id, seed, tickets, days, until, first_serial";

    @Inject
    private Sql sql;

    /** The run of this job, begun now if this is its first execution. */
    Run begin(Long jobInstance, long seed, int tickets, int days, Instant until) {
        return sql.first("select " + COLUMNS + " from demo_run where job_instance = ?", RunStore::run, jobInstance)
                .orElseGet(() -> add(jobInstance, seed, tickets, days, until));
    }

    /** The run of the first start. */
    Optional<Run> first() {
        return sql.first("select " + COLUMNS + " from demo_run where job_instance is null", RunStore::run);
    }

    Run of(long jobInstance) {
        return sql.first("select " + COLUMNS + " from demo_run where job_instance = ?", RunStore::run, jobInstance)
                .orElseThrow(() -> new NotFound("demo run", jobInstance));
    }

    Set<Integer> played(long runId, Collection<Integer> places) {
        return sql
                .list(
                        "select place from demo_ticket where run_id = ? and place = any(?)",
                        row -> row.integer("place"),
                        runId,
                        places)
                .stream()
                .collect(Collectors.toSet());
    }

    private Run add(Long jobInstance, long seed, int tickets, int days, Instant until) {
        return sql.first(
                        "insert into demo_run (job_instance, seed, tickets, days, until, first_serial) values (?, ?, ?,"
                                + " ?, ?, ?) returning "
                                + COLUMNS,
                        RunStore::run,
                        jobInstance,
                        seed,
                        tickets,
                        days,
                        until,
                        reserve(tickets))
                .orElseThrow();
    }

    /** Ticket numbers in one piece; when somebody opens a ticket in between, the next piece is tried. */
    private long reserve(int count) {
        while (true) {
            Serials drawn = sql.first(
                            "select min(serial) as low, max(serial) as high from (select nextval('ticket_number_seq')"
                                    + " as serial from generate_series(1, ?)) drawn",
                            row -> new Serials(row.number("low"), row.number("high")),
                            count)
                    .orElseThrow();
            if (drawn.high() - drawn.low() + 1 == count) {
                return drawn.low();
            }
        }
    }

    private record Serials(long low, long high) {}

    private static Run run(Row row) {
        return new Run(
                row.number("id"),
                row.number("seed"),
                row.integer("tickets"),
                row.integer("days"),
                row.instant("until"),
                row.number("first_serial"));
    }
}
