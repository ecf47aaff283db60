package org.pilet.search;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.security.Caller;
import org.pilet.tickets.Status;

/** What a ticket {@code t} must be to stand on a list: its reader may see it, it belongs to the view, the filters let it through. */
final class WorkListConditions {

    /** Word for word the predicate of the partial indexes, or PostgreSQL would not use them. */
    static final String OPEN = "t.status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED')";

    /** With the parameters {@link #forgotten}. */
    static final String FORGOTTEN =
            "(" + Stream.of(LostSight.values()).map(LostSight::condition).collect(Collectors.joining(" or ")) + ")";

    static final String AT_RISK = "t.risk_at <= ?";

    private static final String BELOW_QUEUE =
            "t.queue_id = any(array(with recursive below as (select ?::bigint as id union select c.id from queue c join"
                    + " below b on c.parent_id = b.id) select id from below))";

    private static final String BELOW_CATEGORY = "t.category_id in (with recursive below as (select ?::bigint as id"
            + " union select c.id from category c join below b on c.parent_id = b.id) select id from below)";

    private WorkListConditions() {}

    /** All but the search. */
    static Conditions of(WorkListQuery query, Caller caller, Instant now) {
        return of(query.view(), caller, now)
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
    }

    /** All of a view. */
    static Conditions of(WorkListView view, Caller caller, Instant now) {
        Conditions conditions = permitted(caller);
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
        return conditions;
    }

    /** All that the reader may see as staff. */
    static Conditions permitted(Caller caller) {
        return caller.allQueues()
                ? new Conditions()
                : new Conditions().and("t.queue_id = any(?::bigint[])", caller.viewQueueIds());
    }

    /** What {@link #FORGOTTEN} asks for: by when each should have been settled. */
    static Object[] forgotten(Instant now) {
        return Stream.of(LostSight.values()).map(why -> why.since(now)).toArray();
    }

    private static Status one(Set<Status> statuses) {
        return statuses.iterator().next();
    }
}
