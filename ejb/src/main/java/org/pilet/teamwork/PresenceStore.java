package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Sql;

@Dependent
class PresenceStore {

    @Inject
    private Sql sql;

    /** Notes that they are there; true when that is news. */
    boolean here(long ticketId, long personId, boolean typing, Instant now, Instant stale) {
        return sql.first(
                        "with before as (select typing, seen_at from ticket_presence where ticket_id = ? and person_id = ?),"
                                + " here as (insert into ticket_presence (ticket_id, person_id, typing, seen_at) values"
                                + " (?, ?, ?, ?) on conflict (ticket_id, person_id) do update set typing ="
                                + " excluded.typing, seen_at = excluded.seen_at returning typing) select h.typing is"
                                + " distinct from (select b.typing from before b where b.seen_at >= ?) as news from here h",
                        row -> row.flag("news"),
                        ticketId,
                        personId,
                        ticketId,
                        personId,
                        typing,
                        now,
                        stale)
                .orElse(true);
    }

    boolean gone(long ticketId, long personId) {
        return sql.update("delete from ticket_presence where ticket_id = ? and person_id = ?", ticketId, personId) > 0;
    }

    List<PresenceView> others(long ticketId, long personId, Instant stale) {
        return sql.list(
                "select p.id, p.name, s.typing from ticket_presence s join person p on p.id = s.person_id where"
                        + " s.ticket_id = ? and s.person_id <> ? and s.seen_at >= ? order by p.name",
                row -> new PresenceView(row.number("id"), row.text("name"), row.flag("typing")),
                ticketId,
                personId,
                stale);
    }
}
