package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class TagStore {

    private static final String AFTER =
            "(select coalesce(string_agg(distinct n.tag, ', ' order by n.tag), '') from (select"
                    + " case when x.tag = ? then ? else x.tag end as tag from ticket_tag x where x.ticket_id = t.id) n)";

    @Inject
    private Sql sql;

    /** The most used first; of all queues when {@code queueIds} is null. */
    List<TagUse> uses(String prefix, Collection<Long> queueIds, int most) {
        return sql.list(
                "select g.tag, count(*) as tickets, count(*) filter (where t.status not in ('RESOLVED', 'CLOSED',"
                        + " 'MERGED', 'SPAM', 'DELETED')) as open, max(t.created_at) as last from ticket_tag g join"
                        + " ticket t on t.id = g.ticket_id where starts_with(g.tag, ?) and (? or t.queue_id ="
                        + " any(?::bigint[])) group by g.tag order by tickets desc, g.tag limit ?",
                row -> new TagUse(row.text("tag"), row.number("tickets"), row.number("open"), row.instant("last")),
                prefix,
                queueIds == null,
                queueIds == null ? List.of() : queueIds,
                most);
    }

    boolean isKnown(String tag) {
        return sql.number("select count(*) as value from (select 1 from ticket_tag where tag = ? limit 1) known", tag)
                > 0;
    }

    /** Puts one tag in another's place, or nothing in it; each ticket gets a line of history. Returns how many. */
    int replace(String from, String to, Author author, Instant now) {
        int tickets = sql.update(
                "update ticket set version = version + 1 where id in (select ticket_id from ticket_tag where tag = ?)",
                from);
        sql.update(
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_id, actor_kind, cause, old_value,"
                        + " new_value, status, queue_id, owner_id) select nextval('ticket_event_seq'), t.id, t.version, ?,"
                        + " 'TAGS_CHANGED', ?, ?, ?, (select string_agg(x.tag, ', ' order by x.tag) from ticket_tag x where"
                        + " x.ticket_id = t.id), " + AFTER
                        + ", t.status, t.queue_id, t.owner_id from ticket t where t.id"
                        + " in (select ticket_id from ticket_tag where tag = ?)",
                now,
                author.personId(),
                author.kind(),
                author.cause(),
                from,
                to,
                from);
        if (to != null) {
            sql.update(
                    "insert into ticket_tag (ticket_id, tag) select ticket_id, ? from ticket_tag where tag = ? on conflict"
                            + " do nothing",
                    to,
                    from);
        }
        sql.update("delete from ticket_tag where tag = ?", from);
        return tickets;
    }

    /** The same, and remembers where, so that it can be taken back. */
    TagsReplaced replaced(String from, String to, Author author, Instant now) {
        long id = sql.first(
                        "insert into tag_change (id, tag, became, at, person_id) values (nextval('tag_change_seq'), ?, ?, ?,"
                                + " ?) returning id",
                        row -> row.number("id"),
                        from,
                        to,
                        now,
                        author.personId())
                .orElseThrow();
        sql.update(
                "insert into tag_change_ticket (change_id, ticket_id, had_both) select ?, g.ticket_id, exists (select 1 from"
                        + " ticket_tag o where o.ticket_id = g.ticket_id and o.tag = ?) from ticket_tag g where g.tag = ?",
                id,
                to,
                from);
        return new TagsReplaced(id, replace(from, to, author, now));
    }

    /** Empty when there is no such change, or it was taken back. */
    Optional<TagsReplaced> takeBack(long id, Author author, Instant now) {
        return sql.first(
                        "update tag_change set undone_at = ? where id = ? and undone_at is null returning tag, became",
                        row -> new String[] {row.text("tag"), row.text("became")},
                        now,
                        id)
                .map(change -> new TagsReplaced(id, takeBack(id, change[0], change[1], author, now)));
    }

    private int takeBack(long id, String tag, String became, Author author, Instant now) {
        String gone =
                "(x.tag = ? and not exists (select 1 from tag_change_ticket b where b.change_id = ? and b.ticket_id ="
                        + " x.ticket_id and b.had_both))";
        int tickets = sql.update(
                "update ticket set version = version + 1 where id in (select ticket_id from tag_change_ticket where"
                        + " change_id = ?)",
                id);
        sql.update(
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_id, actor_kind, cause, old_value,"
                        + " new_value, status, queue_id, owner_id) select nextval('ticket_event_seq'), t.id, t.version, ?,"
                        + " 'TAGS_CHANGED', ?, ?, ?, coalesce((select string_agg(x.tag, ', ' order by x.tag) from ticket_tag"
                        + " x where x.ticket_id = t.id), ''), (select string_agg(n.tag, ', ' order by n.tag) from (select"
                        + " x.tag from ticket_tag x where x.ticket_id = t.id and not " + gone
                        + " union select ?) n), t.status, t.queue_id, t.owner_id from ticket t where t.id in (select"
                        + " ticket_id from tag_change_ticket where change_id = ?)",
                now,
                author.personId(),
                author.kind(),
                author.cause(),
                became == null ? "" : became,
                id,
                tag,
                id);
        sql.update(
                "delete from ticket_tag x where x.ticket_id in (select ticket_id from tag_change_ticket where change_id = ?)"
                        + " and " + gone,
                id,
                became == null ? "" : became,
                id);
        sql.update(
                "insert into ticket_tag (ticket_id, tag) select ticket_id, ? from tag_change_ticket where change_id = ? on"
                        + " conflict do nothing",
                tag,
                id);
        return tickets;
    }
}
