package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Sql;

@Dependent
class LinkStore {

    @Inject
    private Sql sql;

    /** False when it was there. */
    boolean add(long fromId, long toId, LinkKind kind) {
        return sql.update(
                        "insert into ticket_link (from_id, to_id, kind) values (?, ?, ?) on conflict do nothing",
                        fromId,
                        toId,
                        kind)
                > 0;
    }

    /** False when there was none. */
    boolean remove(long fromId, long toId, LinkKind kind) {
        return sql.update("delete from ticket_link where from_id = ? and to_id = ? and kind = ?", fromId, toId, kind)
                > 0;
    }

    List<LinkView> of(long ticketId) {
        return sql.list(
                "select l.kind, l.from_id = ? as outgoing, t.id, t.number, t.subject, t.status from ticket_link l join"
                        + " ticket t on t.id = case when l.from_id = ? then l.to_id else l.from_id end where l.from_id ="
                        + " ? or l.to_id = ? order by l.kind, t.number",
                row -> new LinkView(
                        row.constant("kind", LinkKind.class),
                        row.flag("outgoing"),
                        row.number("id"),
                        row.text("number"),
                        row.text("subject"),
                        row.constant("status", Status.class)),
                ticketId,
                ticketId,
                ticketId,
                ticketId);
    }

    /** Whether following links of this kind from the one ticket leads to the other. */
    boolean leadsTo(long fromId, long toId, LinkKind kind) {
        return sql.number(
                        "with recursive up(id) as (select ?::bigint union select l.to_id from ticket_link l join up on"
                                + " l.from_id = up.id where l.kind = ?) select count(*) as value from up where id = ?",
                        fromId,
                        kind,
                        toId)
                > 0;
    }
}
