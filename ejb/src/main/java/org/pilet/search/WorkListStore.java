package org.pilet.search;

import static org.pilet.search.WorkListConditions.FORGOTTEN;
import static org.pilet.search.WorkListConditions.OPEN;
import static org.pilet.search.WorkListConditions.forgotten;
import static org.pilet.search.WorkListConditions.permitted;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
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
import org.pilet.search.FoundTickets.Reach;
import org.pilet.security.Caller;

@Dependent
class WorkListStore {

    /** Each of them by itself; a date that is not there has not passed. */
    private static final String LOST = Stream.of(LostSight.values())
            .map(why -> "coalesce(" + why.condition() + ", false) as " + why.column())
            .collect(Collectors.joining(", "));

    /** A common subject has thousands of look-alikes; so many of them are compared. */
    private static final int ALIKE = 300;

    @Inject
    private Sql sql;

    @Inject
    private WorkListRowStore shown;

    private final Reach reach;

    WorkListStore() {
        this(Reach.USUAL);
    }

    /** For tests, where few are many. */
    WorkListStore(Reach reach) {
        this.reach = reach;
    }

    Page<WorkListRow> page(WorkListQuery query, Caller caller, Instant now, String cursor, int size) {
        FoundTickets found = found(query, caller, now);
        return page(query, found, found.first(cursor, size + 1), caller, size);
    }

    private Page<WorkListRow> page(WorkListQuery query, FoundTickets found, List<Long> ids, Caller caller, int size) {
        List<WorkListRow> rows = shown.rows(ids.stream().limit(size).toList(), found.words(), caller);
        return new Page<>(
                rows,
                ids.size() <= size || rows.isEmpty()
                        ? null
                        : Order.of(query).cursorAt(query.group(), rows.get(rows.size() - 1)));
    }

    /** The same, and how many there are in all, up to a number and one more. */
    CountedPage counted(WorkListQuery query, Caller caller, Instant now, String cursor, int size, int most) {
        FoundTickets found = found(query, caller, now);
        List<Long> ids = found.first(cursor, size + 1);
        Page<WorkListRow> page = page(query, found, ids, caller, size);
        boolean all = cursor == null && page.next() == null;
        Count count = all ? new Count(page.rows().size(), false) : found.count(most, ids.size());
        return new CountedPage(page, count, page.rows().isEmpty() ? null : found.instead());
    }

    /** How many tickets it finds, as far as they are worth counting. */
    Count count(WorkListQuery query, Caller caller, Instant now, int most) {
        return found(query, caller, now).count(most, 0);
    }

    /** The same for several at once, by their keys. */
    Map<Long, Count> counts(Map<Long, WorkListQuery> queries, Caller caller, Instant now, int most) {
        List<String> statements = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        Map<Long, Count> counts = new HashMap<>();
        queries.forEach((key, query) -> {
            FoundTickets found = found(query, caller, now);
            if (!found.isNamed()) {
                counts.put(key, found.count(most, 0));
                return;
            }
            Conditions conditions = found.all();
            statements.add(TicketIdStore.counting(key + "::bigint", conditions));
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
        return first(found(query, caller, now).all(), Order.of(query).orderBy(WorkListGroup.NONE), most);
    }

    /** Those that are named, or all that the query finds; only what the caller may see, up to a number. */
    List<Long> ids(BulkChoice choice, Caller caller, Instant now, int most) {
        if (choice.tickets().isEmpty()) {
            return ids(choice.query(), caller, now, most);
        }
        Conditions conditions =
                permitted(caller).and("t.status <> 'DELETED'").and("t.id = any(?::bigint[])", choice.tickets());
        return first(conditions, "t.id", most);
    }

    /** These, as far as the caller may see them. */
    List<WorkListRow> rows(List<Long> ids, Caller caller) {
        Conditions conditions = permitted(caller).and("t.id = any(?::bigint[])", ids);
        return shown.rows(first(conditions, "t.id", ids.size()), caller);
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

    /** Tickets whose subject resembles this one's, most alike first. */
    List<WorkListRow> similar(long ticketId, Caller caller, int limit) {
        Conditions conditions = permitted(caller)
                .and("t.status <> 'DELETED'")
                .and("t.id <> ?", ticketId)
                .and(
                        "t.id in (select s.id from ticket s where s.subject_folded operator(public.%) (select"
                                + " o.subject_folded from ticket o where o.id = ?) limit ?)",
                        ticketId, ALIKE);
        // the id needs no placeholder: it is a number, and "order by" stands behind all conditions
        String alike = "t.subject_folded operator(public.<->) (select o.subject_folded from ticket o where o.id = "
                + ticketId + ")";
        return shown.rows(first(conditions, alike + ", t.id desc", limit), caller);
    }

    /** The ticket with this number, when the caller may see it as staff. */
    Optional<Long> byNumber(String number, Caller caller) {
        Conditions conditions = permitted(caller).and("t.number = ?", number);
        return sql.first(
                "select t.id from ticket t" + conditions.where(),
                row -> row.number("id"),
                conditions.parameters().toArray());
    }

    private FoundTickets found(WorkListQuery query, Caller caller, Instant now) {
        return new FoundTickets(query, caller, now, reach, sql);
    }

    private List<Long> first(Conditions conditions, String orderBy, int limit) {
        return new TicketIdStore(sql).first(conditions, orderBy, limit);
    }
}
