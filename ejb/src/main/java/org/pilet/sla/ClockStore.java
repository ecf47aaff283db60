package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.NotFound;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

@Dependent
class ClockStore {

    private static final String FACTS =
            "select t.id, t.status, t.priority, t.queue_id, t.organisation_id, t.created_by_agent, t.created_at,"
                    + " t.first_response_at, t.owner_id, m.lead_id from ticket t join queue q on q.id = t.queue_id join"
                    + " team m on m.id = q.team_id where t.id = ?";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    /** The ticket as this transaction has made it so far. Refused with {@link NotFound}. */
    TicketFacts facts(long ticketId) {
        entities.flush();
        return sql.first(FACTS, ClockStore::facts, ticketId).orElseThrow(() -> new NotFound("ticket", ticketId));
    }

    /** Stored at once: events refer to it. */
    void add(SlaClock clock) {
        entities.persist(clock);
        entities.flush();
    }

    void add(List<ClockEvent> events) {
        events.forEach(entities::persist);
    }

    void flush() {
        entities.flush();
    }

    SlaClock find(long id) {
        return entities.find(SlaClock.class, id);
    }

    /** The clocks of all metrics in their present cycles. */
    List<SlaClock> of(long ticketId) {
        return entities.createQuery(
                        "select c from SlaClock c where c.ticketId = :ticket and c.cycle = (select max(d.cycle) from"
                                + " SlaClock d where d.ticketId = c.ticketId and d.metric = c.metric) order by c.id",
                        SlaClock.class)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    /** In the order in which they happened. */
    List<ClockEvent> events(long clockId) {
        return entities.createQuery(
                        "select e from ClockEvent e where e.clockId = :clock order by e.ordinal", ClockEvent.class)
                .setParameter("clock", clockId)
                .getResultList();
    }

    /**
     * Holds the ticket until the transaction ends, or returns false at once when somebody else has it: another node's
     * sweep, or a person whose change will look at the clocks anyway.
     */
    boolean claim(long ticketId) {
        return sql.first("select id from ticket where id = ? for update skip locked", row -> row.number("id"), ticketId)
                .isPresent();
    }

    /** Clocks that have something to strike, the longest overdue first. */
    List<DueClock> due(Instant now, int limit) {
        return sql.list(
                "select id, ticket_id, generation from sla_clock where next_strike_at < ? order by next_strike_at limit ?",
                row -> new DueClock(row.number("id"), row.number("ticket_id"), row.integer("generation")),
                now,
                limit);
    }

    private static TicketFacts facts(Row row) {
        return new TicketFacts(
                row.number("id"),
                row.constant("status", Status.class),
                row.constant("priority", Priority.class),
                row.number("queue_id"),
                row.numberOrNull("organisation_id"),
                row.flag("created_by_agent"),
                row.instant("created_at"),
                row.instant("first_response_at"),
                row.numberOrNull("owner_id"),
                row.numberOrNull("lead_id"));
    }

    Optional<SlaClock> of(long ticketId, Metric metric) {
        return of(ticketId).stream().filter(clock -> clock.metric() == metric).findFirst();
    }
}
