package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.platform.Sql;

@Dependent
class PastStore {

    @Inject
    private Sql sql;

    PastStore() {}

    PastStore(Sql sql) {
        this.sql = sql;
    }

    /** A line of a ticket's history as it is stored. */
    record Event(
            long id,
            Instant at,
            String kind,
            Long actorId,
            String actorKind,
            String cause,
            String oldValue,
            String newValue) {}

    /** A message as it was said. */
    record Said(long id, Instant at, String origin, boolean isPublic, MessageFacts facts) {}

    /** Tickets of which such a thing has happened since, newest first. */
    List<Long> ticketsWith(Set<String> kinds, Instant from, int limit) {
        return sql.list(
                "select ticket_id from ticket_event where at >= ? and kind = any(?) group by ticket_id order by max(at)"
                        + " desc, ticket_id limit ?",
                row -> row.number("ticket_id"),
                from,
                kinds,
                limit);
    }

    /** Tickets that have changed since or are not closed, newest first. */
    List<Long> ticketsSince(Instant from, int limit) {
        return sql.list(
                "select id from ticket where changed_at >= ? or status not in ('CLOSED', 'MERGED', 'SPAM', 'DELETED')"
                        + " order by changed_at desc, id limit ?",
                row -> row.number("id"),
                from,
                limit);
    }

    /** Their histories, oldest first. */
    Map<Long, List<Event>> events(Collection<Long> ticketIds) {
        Map<Long, List<Event>> found = new HashMap<>();
        sql.list(
                "select * from ticket_event where ticket_id = any(?::bigint[]) order by at, id",
                row -> found.computeIfAbsent(row.number("ticket_id"), id -> new ArrayList<>())
                        .add(new Event(
                                row.number("id"),
                                row.instant("at"),
                                row.text("kind"),
                                row.numberOrNull("actor_id"),
                                row.text("actor_kind"),
                                row.text("cause"),
                                row.text("old_value"),
                                row.text("new_value"))),
                ticketIds);
        return found;
    }

    /** What was said on them, oldest first. */
    Map<Long, List<Said>> messages(Collection<Long> ticketIds) {
        Map<Long, List<Said>> found = new HashMap<>();
        sql.list(
                "select m.id, m.ticket_id, m.at, m.origin, m.visibility, m.author_address, concat_ws(', ', m.recipients_to, m.recipients_cc) as recipients, m.subject,"
                        + " left(m.body_text, 100000) as body_text, m.automatic, (select count(*) from attachment a"
                        + " where a.message_id = m.id and not a.inline) as files from message m where m.ticket_id ="
                        + " any(?::bigint[]) order by m.at, m.id",
                row -> found.computeIfAbsent(row.number("ticket_id"), id -> new ArrayList<>())
                        .add(new Said(
                                row.number("id"),
                                row.instant("at"),
                                row.text("origin"),
                                row.text("visibility").equals("PUBLIC"),
                                FactStore.message(row))),
                ticketIds);
        return found;
    }
}
