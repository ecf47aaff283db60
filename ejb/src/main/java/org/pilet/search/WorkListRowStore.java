package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.security.Caller;
import org.pilet.sla.ClockState;
import org.pilet.sla.Metric;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.Urgency;

/** What a list shows of its tickets, which are known to be the reader's to see. */
@Dependent
class WorkListRowStore {

    /**
     * The message that holds most of the words, of each ticket of a page. Ticket by ticket: {@code offset 0} forbids to gather
     * all messages that hold a common word.
     */
    private static final String SNIPPETS = "select h.id, ts_headline('folded', left(regexp_replace(h.body_text,"
            + " '\\s+', ' ', 'g'), 20000), to_tsquery('simple', ?), 'StartSel=' || chr(2) || ', StopSel=' || chr(3) ||"
            + " ', MaxFragments=1, MaxWords=24, MinWords=8, FragmentDelimiter=…') as words from unnest(?::bigint[]) p"
            + " (id) cross join lateral (select m.ticket_id as id, m.body_text from (select o.* from message o where"
            + " o.ticket_id = p.id offset 0) m where m.search @@ (select to_tsquery('simple', ?)) order by ts_rank(m.search,"
            + " (select to_tsquery('simple', ?))) desc, m.id desc limit 1) h";

    /**
     * Row by row, since the planner would join the whole view first: it has more tables than it tries orders of. Always the
     * same words, so that PostgreSQL keeps its plan, which takes longer to make than to carry out.
     */
    private static final String ROWS = "select v.*, not exists (select 1 from ticket_seen s where s.ticket_id = v.id"
            + " and s.person_id = ? and s.seen_at >= v.changed_at) as unread from unnest(?::bigint[]) with ordinality p"
            + " (id, place) cross join lateral (select w.* from work_list_row w where w.id = p.id offset 0) v order by"
            + " p.place";

    @Inject
    private Sql sql;

    /** A row for each of these, in their order. */
    List<WorkListRow> rows(List<Long> ids, Caller reader) {
        return ids.isEmpty() ? List.of() : sql.list(ROWS, WorkListRowStore::row, reader.personId(), ids);
    }

    /** The same, each with the place where the words stand, which are for {@code to_tsquery} and may be none. */
    List<WorkListRow> rows(List<Long> ids, String words, Caller reader) {
        List<WorkListRow> rows = rows(ids, reader);
        if (rows.isEmpty() || words.isEmpty()) {
            return rows;
        }
        Map<Long, String> snippets = new HashMap<>();
        sql.list(
                SNIPPETS,
                row -> snippets.put(row.number("id"), row.text("words")),
                words.replace(" & ", " | "),
                rows.stream().map(WorkListRow::id).toList(),
                words.replace(" & ", " | "),
                words);
        return rows.stream()
                .map(row -> snippets.containsKey(row.id()) ? row.withWords(snippets.get(row.id())) : row)
                .toList();
    }

    private static WorkListRow row(Row row) {
        return new WorkListRow(
                row.number("id"),
                row.text("number"),
                row.text("subject"),
                row.text("words"),
                row.constant("status", Status.class),
                row.constant("priority", Priority.class),
                row.constant("impact", Impact.class),
                row.constant("urgency", Urgency.class),
                row.constant("channel", Channel.class),
                row.number("requester_id"),
                row.text("requester_name"),
                row.numberOrNull("organisation_id"),
                row.text("organisation_name"),
                row.numberOrNull("owner_id"),
                row.text("owner_name"),
                row.number("queue_id"),
                row.text("queue_name"),
                row.number("category_id"),
                row.text("category_name"),
                row.text("tags").isEmpty()
                        ? List.of()
                        : List.of(row.text("tags").split("\u001f")),
                clock(row),
                row.flag("escalated"),
                row.flag("unread"),
                row.instant("changed_at"),
                row.instant("created_at"),
                row.integer("version"));
    }

    private static NearestClock clock(Row row) {
        Metric metric = row.constant("clock_metric", Metric.class);
        return metric == null
                ? null
                : new NearestClock(
                        metric,
                        row.constant("clock_state", ClockState.class),
                        row.instant("clock_started_at"),
                        row.instant("clock_due_at"),
                        row.numberOrNull("clock_remaining_seconds"),
                        row.flag("clock_warned"));
    }
}
