package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class DraftStore {

    @Inject
    private Sql sql;

    void save(long ticketId, long personId, DraftView draft) {
        sql.update(
                "insert into draft (ticket_id, person_id, visibility, body_html, saved_at) values (?, ?, ?, ?, ?) on"
                        + " conflict (ticket_id, person_id) do update set visibility = excluded.visibility, body_html ="
                        + " excluded.body_html, saved_at = excluded.saved_at",
                ticketId,
                personId,
                draft.visibility(),
                draft.html(),
                draft.savedAt());
    }

    Optional<DraftView> find(long ticketId, long personId) {
        return sql.first(
                "select * from draft where ticket_id = ? and person_id = ?",
                row -> new DraftView(
                        row.constant("visibility", Visibility.class), row.text("body_html"), row.instant("saved_at")),
                ticketId,
                personId);
    }

    void discard(long ticketId, long personId) {
        sql.update("delete from draft where ticket_id = ? and person_id = ?", ticketId, personId);
    }
}
