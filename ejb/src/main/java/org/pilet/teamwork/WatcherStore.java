package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Sql;

@Dependent
class WatcherStore {

    /** Staff who may read the queue of a ticket {@code t}, as person {@code p}. */
    private static final String MAY_SEE = "p.active and (exists (select 1 from team_member m join queue_grant g on"
            + " g.team_id = m.team_id where m.person_id = p.id and g.queue_id = t.queue_id) or exists (select 1 from"
            + " account_role a where a.person_id = p.id and a.role = 'ADMINISTRATOR'))";

    @Inject
    private Sql sql;

    List<WatcherView> of(long ticketId) {
        return sql.list(
                "select p.id, p.name, w.since from ticket_watcher w join person p on p.id = w.person_id where"
                        + " w.ticket_id = ? order by p.name, p.id",
                row -> new WatcherView(row.number("id"), row.text("name"), row.instant("since")),
                ticketId);
    }

    boolean add(long ticketId, long personId, Instant now) {
        return sql.update(
                        "insert into ticket_watcher (ticket_id, person_id, since) values (?, ?, ?) on conflict do nothing",
                        ticketId,
                        personId,
                        now)
                > 0;
    }

    boolean remove(long ticketId, long personId) {
        return sql.update("delete from ticket_watcher where ticket_id = ? and person_id = ?", ticketId, personId) > 0;
    }

    boolean maySee(long ticketId, long personId) {
        return sql.number(
                        "select count(*) as value from ticket t, person p where t.id = ? and p.id = ? and " + MAY_SEE,
                        ticketId,
                        personId)
                > 0;
    }

    /** Colleagues whose name stands behind an @ in the message and who may see its ticket, but its author. */
    List<Long> mentioned(long messageId) {
        return sql.list(
                "select p.id from message n join ticket t on t.id = n.ticket_id join person p on p.kind = 'AGENT' and"
                        + " position('@' || lower(p.name) in lower(n.body_text)) > 0 where n.id = ? and position('@' in"
                        + " n.body_text) > 0 and p.id is distinct from n.author_id and " + MAY_SEE,
                row -> row.number("id"),
                messageId);
    }
}
