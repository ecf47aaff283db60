package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Priority;

/** Reads live clocks with what there is to say of their tickets. */
@Dependent
class BoardStore {

    private static final String CLOCKS = "select c.ticket_id, c.metric, c.due_at, c.remaining_seconds, t.number,"
            + " t.subject, t.priority, t.escalated, q.name as queue_name, p.name as owner_name,"
            + " case when c.state = 'PAUSED' then 'PAUSED' when c.due_at < ? then 'OVERDUE'"
            + " when c.struck_percent > 0 then 'AT_RISK' else 'RUNNING' end as board_state"
            + " from live_clock c join ticket t on t.id = c.ticket_id join queue q on q.id = t.queue_id"
            + " left join person p on p.id = t.owner_id where true";

    @Inject
    private Sql sql;

    /**
     * Which clocks.
     *
     * @param queueIds null for all queues
     */
    record Asked(Set<Long> queueIds, Long queueId, Metric metric, Instant now) {

        String where() {
            return (queueIds == null ? "" : " and t.queue_id = any(?::bigint[])")
                    + (queueId == null ? "" : " and t.queue_id = ?")
                    + (metric == null ? "" : " and c.metric = ?");
        }

        List<Object> parameters() {
            List<Object> parameters = new ArrayList<>(List.of(now));
            if (queueIds != null) {
                parameters.add(queueIds);
            }
            if (queueId != null) {
                parameters.add(queueId);
            }
            if (metric != null) {
                parameters.add(metric);
            }
            return parameters;
        }
    }

    Map<BoardState, Long> counts(Asked asked) {
        Map<BoardState, Long> counts = new EnumMap<>(BoardState.class);
        for (BoardState state : BoardState.values()) {
            counts.put(state, 0L);
        }
        sql.list(
                "select board_state, count(*) as n from (" + CLOCKS + asked.where() + ") b group by board_state",
                row -> counts.put(row.constant("board_state", BoardState.class), row.number("n")),
                asked.parameters().toArray());
        return counts;
    }

    List<BoardRow> rows(Asked asked, BoardState state, int limit) {
        List<Object> parameters = asked.parameters();
        if (state != null) {
            parameters.add(state);
        }
        parameters.add(limit);
        return sql.list(
                "select * from (" + CLOCKS + asked.where() + ") b" + (state == null ? "" : " where board_state = ?")
                        + " order by (board_state = 'PAUSED'), due_at nulls last, remaining_seconds, ticket_id, metric"
                        + " limit ?",
                BoardStore::row,
                parameters.toArray());
    }

    private static BoardRow row(Row row) {
        return new BoardRow(
                row.number("ticket_id"),
                row.text("number"),
                row.text("subject"),
                row.constant("priority", Priority.class),
                row.flag("escalated"),
                row.text("queue_name"),
                row.text("owner_name"),
                row.constant("metric", Metric.class),
                row.constant("board_state", BoardState.class),
                row.instant("due_at"),
                row.numberOrNull("remaining_seconds"));
    }
}
