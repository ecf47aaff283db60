package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Sql;

@Dependent
class CategoryUseStore {

    @Inject
    private Sql sql;

    List<CategoryUse> uses() {
        return sql.list(
                "select t.category_id, count(*) as tickets, count(*) filter (where t.status not in ('RESOLVED', 'CLOSED',"
                        + " 'MERGED', 'SPAM', 'DELETED')) as open, max(t.created_at) as last from ticket t group by"
                        + " t.category_id",
                row -> new CategoryUse(
                        row.number("category_id"), row.number("tickets"), row.number("open"), row.instant("last")));
    }

    void takeAlong(long mergeId, long fromId, long intoId, Author author, Instant now) {
        sql.update(
                "insert into category_merge_ticket (merge_id, ticket_id) select ?, id from ticket where category_id = ? for"
                        + " update",
                mergeId,
                fromId);
        sql.update(
                "insert into category_merge_queue (merge_id, queue_id) select ?, id from queue where default_category_id ="
                        + " ?",
                mergeId,
                fromId);
        sql.update("update queue set default_category_id = ? where default_category_id = ?", intoId, fromId);
        put(mergeId, fromId, intoId, author, now);
    }

    /** Tickets and queues that are where the merge put them. */
    void bringBack(long mergeId, long fromId, long intoId, Author author, Instant now) {
        sql.update(
                "update queue set default_category_id = ? where default_category_id = ? and id in (select queue_id from"
                        + " category_merge_queue where merge_id = ?)",
                fromId,
                intoId,
                mergeId);
        put(mergeId, intoId, fromId, author, now);
    }

    /** Moves the merge's tickets from one category to the other; each gets a line of history. */
    private void put(long mergeId, long oldId, long newId, Author author, Instant now) {
        sql.update(
                "with moved as (update ticket t set category_id = ?, version = t.version + 1 from category_merge_ticket m"
                        + " where m.merge_id = ? and t.id = m.ticket_id and t.category_id = ? returning t.id, t.version,"
                        + " t.status, t.queue_id, t.owner_id) insert into ticket_event (id, ticket_id, ticket_version, at,"
                        + " kind, actor_id, actor_kind, cause, old_value, new_value, status, queue_id, owner_id) select"
                        + " nextval('ticket_event_seq'), id, version, ?, 'CATEGORY_CHANGED', ?, ?, ?, ?, ?, status,"
                        + " queue_id, owner_id from moved",
                newId,
                mergeId,
                oldId,
                now,
                author.personId(),
                author.kind(),
                author.cause(),
                String.valueOf(oldId),
                String.valueOf(newId));
    }
}
