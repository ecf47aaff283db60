package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.NotFound;
import org.pilet.platform.Sql;
import org.pilet.platform.WithinTransaction;

@Dependent
class TicketStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private WithinTransaction transaction;

    String nextNumber() {
        return Luhn.withCheckDigit(sql.number("select nextval('ticket_number_seq') as value"));
    }

    /** What nobody else can see yet is held already. */
    void add(Ticket ticket) {
        entities.persist(ticket);
        held().put(ticket.id(), ticket);
    }

    void add(TicketEvent event) {
        entities.persist(event);
    }

    /** Reads the ticket and holds its row until the transaction ends, so that rivals come one after the other. */
    Ticket lock(long id) {
        Map<Long, Ticket> held = held();
        Ticket ticket = held.get(id);
        if (ticket == null) {
            ticket = entities.find(Ticket.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (ticket == null) {
                throw new NotFound("ticket", id);
            }
            held.put(id, ticket);
        }
        return ticket;
    }

    private Map<Long, Ticket> held() {
        return transaction.keep(TicketStore.class, HashMap::new);
    }

    void flush() {
        entities.flush();
    }

    void link(long fromId, long toId, String kind) {
        entities.flush();
        sql.update(
                "insert into ticket_link (from_id, to_id, kind) values (?, ?, ?) on conflict do nothing",
                fromId,
                toId,
                kind);
    }

    Optional<Long> mergedInto(long id) {
        return sql.first(
                "select to_id from ticket_link where from_id = ? and kind = 'MERGED_INTO'",
                row -> row.number("to_id"),
                id);
    }

    void seen(long ticketId, long personId, Instant at) {
        sql.update("set local synchronous_commit = off"); // a look that a power failure forgets harms nobody
        sql.update(
                "insert into ticket_seen (ticket_id, person_id, seen_at) values (?, ?, ?) on conflict (ticket_id,"
                        + " person_id) do update set seen_at = greatest(ticket_seen.seen_at, excluded.seen_at)",
                ticketId,
                personId,
                at);
    }

    /** A line of history that repeats words: what the subject was and became, what was to be done. */
    record Wording(long id, String before, String after) {}

    List<Wording> wordsBefore(long ticketId) {
        return sql.list(
                "select id, old_value, new_value from ticket_event where ticket_id = ? and kind in ('SUBJECT_CHANGED',"
                        + " 'TASK_ADDED', 'TASK_CHANGED', 'TASK_DONE', 'TASK_REOPENED', 'TASK_REMOVED')",
                row -> new Wording(row.number("id"), row.text("old_value"), row.text("new_value")),
                ticketId);
    }

    void reword(Wording line) {
        sql.update("set local pilet.redacting = 'on'"); // else the history takes no change
        sql.update(
                "update ticket_event set old_value = ?, new_value = ? where id = ?",
                line.before(),
                line.after(),
                line.id());
        sql.update("set local pilet.redacting = 'off'");
    }

    boolean exists(String table, long id) {
        return switch (table) {
            case "category" -> sql.number("select count(*) as value from category where id = ? and active", id) > 0;
            case "person" -> sql.number("select count(*) as value from person where id = ? and active", id) > 0;
            default -> throw new IllegalArgumentException(table);
        };
    }

    /** May this person work tickets of this queue: by a team's grant, or as an administrator. */
    boolean mayWork(long personId, long queueId) {
        return sql.number(
                        "select count(*) as value from person p where p.id = ? and p.active and (exists (select 1 from"
                                + " queue_grant g join team_member m on m.team_id = g.team_id where m.person_id = p.id"
                                + " and g.queue_id = ? and g.permission = 'WORK') or exists (select 1 from account_role"
                                + " r where r.person_id = p.id and r.role = 'ADMINISTRATOR'))",
                        personId,
                        queueId)
                > 0;
    }

    List<Long> wakeable(Instant now, int limit) {
        return sql.list(
                "select id from ticket where status = 'POSTPONED' and wake_up_at <= ? order by wake_up_at limit ?",
                row -> row.number("id"),
                now,
                limit);
    }
}
