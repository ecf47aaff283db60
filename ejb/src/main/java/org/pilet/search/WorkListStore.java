package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.platform.Page;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.search.SearchCondition.Form;
import org.pilet.security.Caller;
import org.pilet.sla.ClockState;
import org.pilet.sla.Metric;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.Urgency;

@Dependent
class WorkListStore {

    /** Word for word the predicate of the partial indexes, or PostgreSQL would not use them. */
    private static final String OPEN = "t.status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED')";

    private static final String FORGOTTEN =
            "(" + Stream.of(LostSight.values()).map(LostSight::condition).collect(Collectors.joining(" or ")) + ")";

    /** Each of them by itself; a date that is not there has not passed. */
    private static final String LOST = Stream.of(LostSight.values())
            .map(why -> "coalesce(" + why.condition() + ", false) as " + why.column())
            .collect(Collectors.joining(", "));

    private static final String AT_RISK = "t.risk_at <= ?";

    /** A common subject has thousands of look-alikes; so many of them are compared. */
    private static final int ALIKE = 300;

    private static final String BELOW_QUEUE =
            "t.queue_id = any(array(with recursive below as (select ?::bigint as id union select c.id from queue c join"
                    + " below b on c.parent_id = b.id) select id from below))";

    private static final String BELOW_CATEGORY = "t.category_id in (with recursive below as (select ?::bigint as id"
            + " union select c.id from category c join below b on c.parent_id = b.id) select id from below)";

    /** The message that holds most of the words, of each ticket of a page. */
    private static final String SNIPPETS = "select h.id, ts_headline('simple', left(regexp_replace(h.body_text,"
            + " '\\s+', ' ', 'g'), 20000), to_tsquery('simple', ?), 'StartSel=' || chr(2) || ', StopSel=' || chr(3) ||"
            + " ', MaxFragments=1, MaxWords=24, MinWords=8, FragmentDelimiter=…') as words from (select distinct on"
            + " (m.ticket_id) m.ticket_id as id, m.body_text from message m where m.ticket_id = any(?::bigint[]) and"
            + " m.search @@ to_tsquery('simple', ?) order by m.ticket_id, ts_rank(m.search, to_tsquery('simple', ?))"
            + " desc, m.id desc) h";

    /**
     * Row by row, since the planner would join the whole view first: it has more tables than it tries orders of. Always the
     * same words, so that PostgreSQL keeps its plan, which takes longer to make than to carry out.
     */
    private static final String ROWS = "select v.*, not exists (select 1 from ticket_seen s where s.ticket_id = v.id"
            + " and s.person_id = ? and s.seen_at >= v.changed_at) as unread from unnest(?::bigint[]) with ordinality p"
            + " (id, place) cross join lateral (select w.* from work_list_row w where w.id = p.id offset 0) v order by"
            + " p.place";

    private static final String IDS = "select t.id from ticket t%s order by %s limit ?";

    /** Looks at one ticket after the other, in the list's order, till enough are found or the stretch is at its end. */
    private static final String WALK = "select t.id from (select t.* from ticket t%s order by %s limit ?) t%s limit ?";

    /** So many tickets are named at most; a text that hits more is asked for in another way. */
    private static final int NAMED = 5_000;

    /** A text that is expected in more messages than a part of those is first walked for, before anything is looked up. */
    private static final double COMMON = 0.3;

    /** So many tickets in a row are looked at before it is cheaper to ask for all that a text hits. */
    private static final int STRETCH = 3_000;

    /** The first walk for a text goes so far of it. */
    private static final int NEAR = 3;

    /** A list that holds more than so many need not be counted on where counting costs time. */
    private static final int ENOUGH = 50;

    @Inject
    private Sql sql;

    private final int named;
    private final int stretch;

    WorkListStore() {
        this(NAMED, STRETCH);
    }

    /** For tests, where few are many. */
    WorkListStore(int named, int stretch) {
        this.named = named;
        this.stretch = stretch;
    }

    Page<WorkListRow> page(WorkListQuery query, Caller caller, Instant now, String cursor, int size) {
        return page(new Wanted(query, caller, now), cursor, size);
    }

    private Page<WorkListRow> page(Wanted wanted, String cursor, int size) {
        WorkListQuery query = wanted.query;
        Order order = Order.of(query);
        Conditions conditions = conditions(query, wanted.caller, wanted.now);
        if (cursor != null) {
            conditions.and(
                    order.after(query.group()),
                    order.parametersAfter(query.group(), cursor).toArray());
        }
        List<Long> ids = first(wanted, conditions, order.hasIndex(query), order.orderBy(query.group()), size + 1);
        List<WorkListRow> rows = found(query, listed(ids.stream().limit(size).toList(), wanted.caller));
        return new Page<>(
                rows,
                ids.size() <= size || rows.isEmpty() ? null : order.cursorAt(query.group(), rows.get(rows.size() - 1)));
    }

    /** The same, and how many there are in all, up to a number and one more. */
    CountedPage counted(WorkListQuery query, Caller caller, Instant now, String cursor, int size, int most) {
        Wanted wanted = new Wanted(query, caller, now);
        Page<WorkListRow> page = page(wanted, cursor, size);
        boolean all = cursor == null && page.next() == null;
        return new CountedPage(page, all ? new Count(page.rows().size(), false) : count(wanted, most));
    }

    /** How many tickets it finds, as far as they are worth counting. */
    Count count(WorkListQuery query, Caller caller, Instant now, int most) {
        return count(new Wanted(query, caller, now), most);
    }

    private Count count(Wanted wanted, int most) {
        Conditions conditions = conditions(wanted.query, wanted.caller, wanted.now);
        if (!wanted.quick.isWhole()) {
            Conditions listed = wanted.quick.plainAddedTo(conditions.copy());
            Order order = wanted.query.view().isOpenOnly() ? Order.NEXT_TO_DO : Order.CHANGED;
            int seen = walked(listed, wanted.quick, order.orderBy(WorkListGroup.NONE), near(), most + 1)
                    .size();
            if (ends(listed, near())) {
                return Count.upTo(most, seen);
            }
            if (seen > Math.min(ENOUGH, most)) {
                return Count.atLeast(seen, most);
            }
            if (!wanted.full().isWhole()) {
                long some = number(wanted.full().addedTo(conditions.copy(), Form.SOME), most + 1);
                if (some > Math.min(ENOUGH, most)) {
                    return Count.atLeast(some, most);
                }
            }
        }
        return Count.upTo(most, number(wanted.full().addedTo(conditions, Form.SET), most + 1));
    }

    private long number(Conditions conditions, int most) {
        return sql.number(
                "select count(*) as value from (select 1 from ticket t" + conditions.where() + " limit ?) found",
                conditions.limited(most).parameters().toArray());
    }

    /** The same for several at once, by their keys. */
    Map<Long, Count> counts(Map<Long, WorkListQuery> queries, Caller caller, Instant now, int most) {
        List<String> statements = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        Map<Long, Count> counts = new HashMap<>();
        queries.forEach((key, query) -> {
            Wanted wanted = new Wanted(query, caller, now);
            if (!wanted.quick.isWhole()) {
                counts.put(key, count(wanted, most));
                return;
            }
            Conditions conditions = wanted.quick.addedTo(conditions(query, caller, now), Form.SET);
            statements.add(counting(key + "::bigint", conditions));
            parameters.addAll(conditions.limited(most + 1).parameters());
        });
        if (!statements.isEmpty()) {
            sql.list(
                    String.join(" union all ", statements),
                    row -> counts.put(row.number("key"), Count.upTo(most, row.number("value"))),
                    parameters.toArray());
        }
        return counts;
    }

    /** The ids of all it finds, in its order, up to a number. */
    List<Long> ids(WorkListQuery query, Caller caller, Instant now, int most) {
        Conditions conditions = search(query, caller, now, null).addedTo(conditions(query, caller, now), Form.SET);
        return ids(conditions, Order.of(query).orderBy(WorkListGroup.NONE), most);
    }

    /** Those that are named, or all that the query finds; only what the caller may see, up to a number. */
    List<Long> ids(BulkChoice choice, Caller caller, Instant now, int most) {
        if (choice.tickets().isEmpty()) {
            return ids(choice.query(), caller, now, most);
        }
        Conditions conditions =
                permitted(caller).and("t.status <> 'DELETED'").and("t.id = any(?::bigint[])", choice.tickets());
        return ids(conditions, "t.id", most);
    }

    /** These, as far as the caller may see them. */
    List<WorkListRow> rows(List<Long> ids, Caller caller) {
        Conditions conditions = permitted(caller).and("t.id = any(?::bigint[])", ids);
        return listed(ids(conditions, "t.id", ids.size()), caller);
    }

    /** Why each of these has been lost sight of; those that have not are left out. */
    Map<Long, Set<LostSight>> lost(List<Long> ids, Caller caller, Instant now) {
        Conditions conditions =
                permitted(caller).and(OPEN).and(FORGOTTEN, forgotten(now)).and("t.id = any(?::bigint[])", ids);
        List<Object> parameters = new ArrayList<>(List.of(forgotten(now)));
        parameters.addAll(conditions.parameters());
        Map<Long, Set<LostSight>> lost = new HashMap<>();
        sql.list(
                "select t.id, " + LOST + " from ticket t" + conditions.where(),
                row -> lost.put(row.number("id"), reasons(row)),
                parameters.toArray());
        return lost;
    }

    private static Set<LostSight> reasons(Row row) {
        Set<LostSight> reasons = EnumSet.noneOf(LostSight.class);
        for (LostSight why : LostSight.values()) {
            if (row.flag(why.column())) {
                reasons.add(why);
            }
        }
        return reasons;
    }

    /** How many people have asked these. */
    int requesters(List<Long> ids) {
        return (int)
                sql.number("select count(distinct requester_id) as value from ticket where id = any(?::bigint[])", ids);
    }

    /** With the place where the words stand that were looked for. */
    private List<WorkListRow> found(WorkListQuery query, List<WorkListRow> rows) {
        String words = query.text() == null || rows.isEmpty()
                ? ""
                : SearchWords.query(Search.wanted(SearchReader.read(query.text())));
        if (words.isEmpty()) {
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

    /** Tickets whose subject resembles this one's, most alike first. */
    List<WorkListRow> similar(long ticketId, Caller caller, int limit) {
        Conditions conditions = permitted(caller)
                .and("t.status <> 'DELETED'")
                .and("t.id <> ?", ticketId)
                .and(
                        "t.id in (select s.id from ticket s where s.subject operator(public.%) (select o.subject from"
                                + " ticket o where o.id = ?) limit ?)",
                        ticketId, ALIKE);
        // the id needs no placeholder: it is a number, and "order by" stands behind all conditions
        String alike = "t.subject operator(public.<->) (select o.subject from ticket o where o.id = " + ticketId + ")";
        return listed(ids(conditions, alike + ", t.id desc", limit), caller);
    }

    /** The ticket with this number, when the caller may see it as staff. */
    Optional<Long> byNumber(String number, Caller caller) {
        Conditions conditions = permitted(caller).and("t.number = ?", number);
        return sql.first(
                "select t.id from ticket t" + conditions.where(),
                row -> row.number("id"),
                conditions.parameters().toArray());
    }

    /** The same as {@link #counts(Caller, Instant)}, no further than anybody reads. */
    Map<WorkListView, Count> counts(Caller caller, Instant now, int most) {
        List<String> statements = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        Stream.of(WorkListView.values()).filter(WorkListView::isOpenOnly).forEach(view -> {
            Conditions conditions = permitted(caller);
            view(conditions, view, caller, now);
            statements.add(counting("'" + view + "'", conditions));
            parameters.addAll(conditions.limited(most + 1).parameters());
        });
        Map<WorkListView, Count> counts = new EnumMap<>(WorkListView.class);
        sql.list(
                String.join(" union all ", statements),
                row -> counts.put(row.constant("key", WorkListView.class), Count.upTo(most, row.number("value"))),
                parameters.toArray());
        return counts;
    }

    /** How many tickets each view of open ones holds. */
    Map<WorkListView, Long> counts(Caller caller, Instant now) {
        Conditions conditions = permitted(caller).and(OPEN);
        List<Object> parameters = new ArrayList<>();
        parameters.add(caller.personId());
        parameters.add(caller.personId());
        parameters.add(caller.teamIds());
        parameters.add(now);
        parameters.addAll(List.of(forgotten(now)));
        parameters.addAll(conditions.parameters());
        String statement = "select count(*) as all_open, count(*) filter (where t.owner_id is null) as unassigned,"
                + " count(*) filter (where t.escalated) as escalated, count(*) filter (where t.owner_id = ?) as mine,"
                + " count(*) filter (where t.responsible_id = ?) as responsible,"
                + " count(*) filter (where t.queue_id in (select q.id from queue q where q.team_id = any(?::bigint[])))"
                + " as team, count(*) filter (where " + AT_RISK + ") as at_risk, count(*) filter (where " + FORGOTTEN
                + ") as needs_attention from ticket t"
                + conditions.where();
        return sql.list(statement, WorkListStore::counts, parameters.toArray()).get(0);
    }

    private List<Long> ids(Conditions conditions, String orderBy, int limit) {
        return sql.list(
                IDS.formatted(conditions.where(), orderBy),
                row -> row.number("id"),
                conditions.limited(limit).parameters().toArray());
    }

    /** What a list shows of these, in their order; they are known to be the reader's to see. */
    private List<WorkListRow> listed(List<Long> ids, Caller reader) {
        return ids.isEmpty() ? List.of() : sql.list(ROWS, WorkListStore::row, reader.personId(), ids);
    }

    /** The first of what is wanted. A text is walked for where that will do, and else all that it hits is gathered. */
    private List<Long> first(Wanted wanted, Conditions conditions, boolean walks, String orderBy, int limit) {
        if (walks && wanted.quick.isSkipped()) {
            Conditions listed = wanted.quick.plainAddedTo(conditions.copy());
            List<Long> ids = walked(listed, wanted.quick, orderBy, near(), limit);
            if (ids.size() == limit || ends(listed, near())) {
                return ids;
            }
        }
        if (!walks || wanted.full().isWhole()) {
            return ids(wanted.full().addedTo(conditions, Form.SET), orderBy, limit);
        }
        Conditions listed = wanted.full().plainAddedTo(conditions);
        List<Long> ids = walked(listed, wanted.full(), orderBy, stretch, limit);
        return ids.size() == limit || ends(listed, stretch)
                ? ids
                : ids(wanted.full().textsAddedTo(listed, Form.SET), orderBy, limit);
    }

    private List<Long> walked(Conditions listed, SearchCondition search, String orderBy, int length, int limit) {
        Conditions looked = search.textsAddedTo(new Conditions(), Form.WALK);
        List<Object> parameters = new ArrayList<>(listed.parameters());
        parameters.add(length);
        parameters.addAll(looked.parameters());
        parameters.add(limit);
        return sql.list(
                WALK.formatted(listed.where(), orderBy, looked.where()), row -> row.number("id"), parameters.toArray());
    }

    /** Whether the list is no longer than that. */
    private boolean ends(Conditions listed, int length) {
        return number(listed.copy(), length + 1) <= length;
    }

    private int near() {
        return Math.max(1, stretch / NEAR);
    }

    private SearchCondition search(WorkListQuery query, Caller caller, Instant now, Integer tooMany) {
        return SearchCondition.of(query.text(), caller, now, new SearchHitStore(sql, named, tooMany));
    }

    /** What somebody asks for; its texts are looked up once, and those expected to hit very many only if it must be. */
    private final class Wanted {

        private final WorkListQuery query;
        private final Caller caller;
        private final Instant now;
        private final SearchCondition quick;
        private SearchCondition full;

        private Wanted(WorkListQuery query, Caller caller, Instant now) {
            this.query = query;
            this.caller = caller;
            this.now = now;
            quick = search(query, caller, now, (int) (COMMON * named));
        }

        private SearchCondition full() {
            if (full == null) {
                full = quick.isSkipped() ? search(query, caller, now, null) : quick;
            }
            return full;
        }
    }

    /** All but the search. */
    private static Conditions conditions(WorkListQuery query, Caller caller, Instant now) {
        Conditions conditions = permitted(caller);
        view(conditions, query.view(), caller, now);
        conditions
                .andIfGiven(BELOW_QUEUE, query.queueId())
                .andIfGiven(
                        "t.status = ?",
                        query.statuses().size() == 1 ? one(query.statuses()) : null) // an index has them
                .andIfGiven("t.status = any(?)", query.statuses().size() > 1 ? query.statuses() : null)
                .andIfGiven("t.priority = ?", query.priority())
                .andIfGiven(BELOW_CATEGORY, query.categoryId())
                .andIfGiven(
                        "exists (select 1 from ticket_tag g where g.ticket_id = t.id and g.tag = lower(?))",
                        query.tag())
                .andIfGiven("t.owner_id = ?", query.ownerId())
                .andIfGiven("t.requester_id = ?", query.requesterId())
                .andIfGiven("t.organisation_id = ?", query.organisationId())
                .andIfGiven("t.channel = ?", query.channel())
                .andIfGiven("t.created_at >= ?", query.createdFrom())
                .andIfGiven("t.created_at < ?", query.createdBefore());
        return conditions;
    }

    private static Status one(Set<Status> statuses) {
        return statuses.iterator().next();
    }

    private static Conditions permitted(Caller caller) {
        return caller.allQueues()
                ? new Conditions()
                : new Conditions().and("t.queue_id = any(?::bigint[])", caller.viewQueueIds());
    }

    private static String counting(String key, Conditions conditions) {
        return "select " + key + " as key, (select count(*) from (select 1 from ticket t" + conditions.where()
                + " limit ?) found) as value";
    }

    private static Object[] forgotten(Instant now) {
        return Stream.of(LostSight.values()).map(why -> why.since(now)).toArray();
    }

    private static void view(Conditions conditions, WorkListView view, Caller caller, Instant now) {
        if (view.isOpenOnly()) {
            conditions.and(OPEN);
        }
        switch (view) {
            case MINE -> conditions.and("t.owner_id = ?", caller.personId());
            case RESPONSIBLE -> conditions.and("t.responsible_id = ?", caller.personId());
            case TEAM ->
                conditions.and(
                        "t.queue_id in (select q.id from queue q where q.team_id = any(?::bigint[]))",
                        caller.teamIds());
            case UNASSIGNED -> conditions.and("t.owner_id is null");
            case NEEDS_ATTENTION -> conditions.and(FORGOTTEN, forgotten(now));
            case AT_RISK -> conditions.and(AT_RISK, now);
            case ESCALATED -> conditions.and("t.escalated");
            case ALL_OPEN -> {}
            case CLOSED -> conditions.and("t.status in ('RESOLVED', 'CLOSED')");
            case ALL -> conditions.and("t.status <> 'DELETED'");
        }
    }

    private static Map<WorkListView, Long> counts(Row row) {
        Map<WorkListView, Long> counts = new EnumMap<>(WorkListView.class);
        counts.put(WorkListView.MINE, row.number("mine"));
        counts.put(WorkListView.RESPONSIBLE, row.number("responsible"));
        counts.put(WorkListView.TEAM, row.number("team"));
        counts.put(WorkListView.UNASSIGNED, row.number("unassigned"));
        counts.put(WorkListView.NEEDS_ATTENTION, row.number("needs_attention"));
        counts.put(WorkListView.AT_RISK, row.number("at_risk"));
        counts.put(WorkListView.ESCALATED, row.number("escalated"));
        counts.put(WorkListView.ALL_OPEN, row.number("all_open"));
        return counts;
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
