package org.pilet.automation.routing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.pilet.platform.Sql;

/** Who asks for the next ticket has it reserved for a while, till they take it. */
@Dependent
class NextTicketStore {

    /** Of a ticket {@code t}; its parameter is now. */
    static final String NOT_RESERVED =
            " and not exists (select 1 from ticket_reservation r where r.ticket_id = t.id and r.until_at > ?)";

    @Inject
    private Sql sql;

    NextTicketStore() {}

    NextTicketStore(Sql sql) {
        this.sql = sql;
    }

    /** The ticket that this person has reserved and not yet taken. */
    Optional<Long> reservedFor(long personId, Instant now) {
        return sql.first(
                "select r.ticket_id from ticket_reservation r join ticket t on t.id = r.ticket_id where r.person_id = ?"
                        + " and r.until_at > ? and t.owner_id is null and t.status in ('NEW', 'OPEN') limit 1",
                row -> row.number("ticket_id"),
                personId,
                now);
    }

    boolean isReserved(long ticketId, long personId, Instant now) {
        return sql.number(
                        "select count(*) as value from ticket_reservation where ticket_id = ? and person_id = ? and until_at"
                                + " > ?",
                        ticketId,
                        personId,
                        now)
                > 0;
    }

    /** The next ticket of these queues that is nobody's, held until the transaction ends. */
    Optional<Long> next(Collection<Long> queueIds, Ordering ordering, Instant now) {
        return sql.first(
                "select t.id from ticket t where t.owner_id is null and t.status in ('NEW', 'OPEN') and t.queue_id ="
                        + " any(?::bigint[])" + NOT_RESERVED + " order by " + ordering.columns()
                        + " limit 1 for update of t skip locked",
                row -> row.number("id"),
                queueIds,
                now);
    }

    /**
     * The same over queues of both orders: each queue's own first one, and of these the most urgent, so that nobody jumps a
     * queue that serves as people come. While somebody is at the first one of such a queue, the queue waits for them.
     */
    Optional<Long> next(Collection<Long> byUrgency, Collection<Long> byArrival, Instant now) {
        return sql.first(
                "select t.id from ticket t where t.owner_id is null and t.status in ('NEW', 'OPEN') and (t.queue_id ="
                        + " any(?::bigint[]) or t.id in (select distinct on (t.queue_id) t.id from ticket t where"
                        + " t.owner_id is null and t.status in ('NEW', 'OPEN') and t.queue_id = any(?::bigint[])"
                        + NOT_RESERVED + " order by t.queue_id, " + Ordering.ARRIVAL.columns() + "))" + NOT_RESERVED
                        + " order by " + Ordering.URGENCY.columns() + " limit 1 for update of t skip locked",
                row -> row.number("id"),
                byUrgency,
                byArrival,
                now,
                now);
    }

    /** False when somebody else was quicker, of which the look for the next ticket may not have known. */
    boolean reserve(long ticketId, long personId, Instant now, Instant until) {
        return sql.update(
                        "insert into ticket_reservation (ticket_id, person_id, until_at) values (?, ?, ?) on conflict"
                                + " (ticket_id) do update set person_id = excluded.person_id, until_at ="
                                + " excluded.until_at where ticket_reservation.until_at <= ? or"
                                + " ticket_reservation.person_id = excluded.person_id",
                        ticketId,
                        personId,
                        until,
                        now)
                > 0;
    }

    void release(long ticketId, long personId) {
        sql.update("delete from ticket_reservation where ticket_id = ? and person_id = ?", ticketId, personId);
    }
}
