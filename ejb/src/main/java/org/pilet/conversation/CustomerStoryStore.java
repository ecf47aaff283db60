package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;

@Dependent
class CustomerStoryStore {

    /** What was said last was said in the tickets that changed last; so many of them are looked at before all are. */
    private static final int NEAREST = 300;

    @Inject
    private Sql sql;

    private final int nearest;

    CustomerStoryStore() {
        this(NEAREST);
    }

    /** For tests, where few are many. */
    CustomerStoryStore(int nearest) {
        this.nearest = nearest;
    }

    /** A place in the story: what was said before it comes next. */
    record Place(Instant at, long messageId) {}

    List<SaidLine> ofPerson(long personId, Collection<Long> queueIds, Place before, int most) {
        return said(new Tickets("t.requester_id = ?", personId, queueIds), before, most);
    }

    List<SaidLine> ofOrganisation(long organisationId, Collection<Long> queueIds, Place before, int most) {
        return said(new Tickets("t.organisation_id = ?", organisationId, queueIds), before, most);
    }

    /** Somebody's; of these queues, or of all when null. */
    private record Tickets(String whose, long id, Collection<Long> queueIds) {

        String where() {
            return " where " + whose + " and t.status <> 'DELETED' and (? or t.queue_id = any(?::bigint[]))";
        }

        List<Object> parameters(Object... others) {
            List<Object> parameters =
                    new ArrayList<>(List.of(id, queueIds == null, queueIds == null ? List.of() : queueIds));
            Collections.addAll(parameters, others);
            return parameters;
        }
    }

    /** The last first. A ticket changes with each message, so nothing in it was said later than its change. */
    private List<SaidLine> said(Tickets tickets, Place before, int most) {
        Instant edge = edge(tickets);
        if (edge != null && before.at().isAfter(edge)) {
            List<SaidLine> lines = said(tickets, edge, before, most);
            if (lines.size() == most && !lines.get(most - 1).at().isBefore(edge)) {
                return lines;
            }
        }
        return said(tickets, Instant.EPOCH, before, most);
    }

    /** When the last of the nearest tickets changed; null when there are no others. */
    private Instant edge(Tickets tickets) {
        return sql.first(
                        "select case when count(*) = ? then min(n.changed_at) end as edge from (select t.changed_at from"
                                + " ticket t" + tickets.where() + " order by t.changed_at desc limit ?) n",
                        row -> row.instant("edge"),
                        Stream.concat(Stream.of(nearest), tickets.parameters(nearest).stream())
                                .toArray())
                .orElse(null);
    }

    private List<SaidLine> said(Tickets tickets, Instant changedSince, Place before, int most) {
        return sql.list(
                "select m.id, m.at, t.number, t.subject, t.status, m.visibility, m.origin, m.channel, m.author_name,"
                        + " left(m.body_text, 300) as words from ticket t join message m on m.ticket_id = t.id"
                        + tickets.where()
                        + " and t.changed_at >= ? and (m.at, m.id) < (?, ?) order by m.at desc, m.id desc limit ?",
                CustomerStoryStore::line,
                tickets.parameters(changedSince, before.at(), before.messageId(), most)
                        .toArray());
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
