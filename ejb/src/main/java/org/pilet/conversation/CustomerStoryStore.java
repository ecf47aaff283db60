package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;

@Dependent
class CustomerStoryStore {

    @Inject
    private Sql sql;

    /** A place in the story: what was said before it comes next. */
    record Place(Instant at, long messageId) {}

    List<SaidLine> ofPerson(long personId, Collection<Long> queueIds, Place before, int most) {
        return said("t.requester_id = ?", personId, queueIds, before, most);
    }

    List<SaidLine> ofOrganisation(long organisationId, Collection<Long> queueIds, Place before, int most) {
        return said("t.organisation_id = ?", organisationId, queueIds, before, most);
    }

    /** The last first; of these queues, or of all when null. */
    private List<SaidLine> said(String whose, long id, Collection<Long> queueIds, Place before, int most) {
        return sql.list(
                "select m.id, m.at, t.number, t.subject, t.status, m.visibility, m.origin, m.channel, m.author_name,"
                        + " left(m.body_text, 300) as words from ticket t join message m on m.ticket_id = t.id where "
                        + whose
                        + " and t.status <> 'DELETED' and (? or t.queue_id = any(?::bigint[])) and (m.at, m.id) < (?, ?)"
                        + " order by m.at desc, m.id desc limit ?",
                CustomerStoryStore::line,
                id,
                queueIds == null,
                queueIds == null ? List.of() : queueIds,
                before.at(),
                before.messageId(),
                most);
    }

    private static SaidLine line(Row row) {
        return new SaidLine(
                row.number("id"),
                row.instant("at"),
                row.text("number"),
                row.text("subject"),
                row.constant("status", Status.class),
                row.constant("visibility", Visibility.class),
                row.constant("origin", Origin.class),
                row.constant("channel", Channel.class),
                row.text("author_name"),
                row.text("words"));
    }
}
