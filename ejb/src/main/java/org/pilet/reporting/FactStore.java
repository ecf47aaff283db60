package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class FactStore {

    @Inject
    private Sql sql;

    void clear(LocalDate day) {
        sql.update("delete from report_fact where day = ?", day);
    }

    /** Replaces what is known of these tickets on this day, so that doing it twice is doing it once. */
    void replace(LocalDate day, Collection<Long> ticketIds, Collection<Fact> facts) {
        sql.update("delete from report_fact where day = ? and ticket_id = any(?)", day, ticketIds);
        List<Object[]> rows = new ArrayList<>();
        for (Fact fact : facts) {
            Place place = fact.place();
            rows.add(new Object[] {
                day,
                fact.ticketId(),
                fact.metric(),
                fact.dimension(),
                fact.outcome(),
                place.queueId(),
                place.agentId(),
                place.channel(),
                place.priority(),
                place.categoryId(),
                place.policyId(),
                micros(fact.calendar()),
                micros(fact.business())
            });
        }
        sql.batch(
                "insert into report_fact (day, ticket_id, metric, dimension, outcome, queue_id, agent_id, channel,"
                        + " priority, category_id, policy_id, calendar_micros, business_micros) values (?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    FigureSum sum(LocalDate day) {
        FigureSum sum = new FigureSum();
        sql.list(
                "select ticket_id, metric, dimension, outcome, queue_id, agent_id, channel, priority, category_id,"
                        + " policy_id, calendar_micros, business_micros from report_fact where day = ?",
                row -> {
                    sum.add(fact(row));
                    return null;
                },
                day);
        return sum;
    }

    /** Snapshots of the backlog are by far the most facts; figures keep them, drill-down does without after a while. */
    void forget(Instant computedBefore) {
        sql.update(
                "delete from report_fact where day in (select day from report_day where computed_at < ?)",
                computedBefore);
    }

    /** What stands behind a figure: tickets with number and subject, in queues that the asker may read. */
    List<TicketBehind> behind(
            LocalDate day, Dimension dimension, String key, Metric metric, Collection<Long> queueIds, int limit) {
        return sql.list(
                "select distinct on (t.id) t.id, t.number, t.subject, t.queue_id, f.outcome, f.calendar_micros,"
                        + " f.business_micros from report_fact f join ticket t on t.id = f.ticket_id where f.day = ? and"
                        + " f.metric = ? and (f.dimension is null or f.dimension = ?) and "
                        + column(dimension)
                        + " and (cast(? as boolean) or t.queue_id = any(?)) order by t.id limit ?",
                row -> new TicketBehind(
                        row.number("id"),
                        row.text("number"),
                        row.text("subject"),
                        "EXCLUDED".equals(row.text("outcome")),
                        "HIT".equals(row.text("outcome")),
                        duration(row.numberOrNull("calendar_micros")),
                        duration(row.numberOrNull("business_micros"))),
                day,
                metric,
                dimension,
                key,
                queueIds == null,
                queueIds == null || queueIds.isEmpty() ? List.of(0L) : queueIds,
                limit);
    }

    private static String column(Dimension dimension) {
        return switch (dimension) {
            case ALL -> "cast(? as text) is not null";
            case QUEUE -> "coalesce(cast(f.queue_id as text), 'none') = ?";
            case AGENT -> "coalesce(cast(f.agent_id as text), 'none') = ?";
            case CHANNEL -> "f.channel = ?";
            case PRIORITY -> "f.priority = ?";
            case CATEGORY -> "coalesce(cast(f.category_id as text), 'none') = ?";
            case AGREEMENT -> "cast(f.policy_id as text) = ?";
        };
    }

    private static Fact fact(Row row) {
        Place place = new Place(
                row.numberOrNull("queue_id"),
                row.numberOrNull("agent_id"),
                row.text("channel"),
                row.text("priority"),
                row.numberOrNull("category_id"),
                row.numberOrNull("policy_id"));
        return new Fact(
                row.number("ticket_id"),
                row.constant("metric", Metric.class),
                row.constant("dimension", Dimension.class),
                place,
                row.constant("outcome", Fact.Outcome.class),
                duration(row.numberOrNull("calendar_micros")),
                duration(row.numberOrNull("business_micros")));
    }

    private static Long micros(Duration duration) {
        return duration == null ? null : Distribution.micros(duration);
    }

    private static Duration duration(Long micros) {
        return micros == null ? null : Distribution.duration(micros);
    }
}
