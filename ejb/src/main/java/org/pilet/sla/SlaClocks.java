package org.pilet.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;
import org.pilet.tickets.TicketFinder;

/** The clocks of tickets: how they stand, why, and, for the system, striking what is due. For staff. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class SlaClocks {

    @EJB
    private Access access;

    @EJB
    private TicketFinder tickets;

    @Inject
    private ClockStore store;

    @Inject
    private Rulebooks rulebooks;

    @Inject
    private ClockKeeper keeper;

    @Inject
    private Clock clock;

    /** The ticket's clocks, first response first. Refused with {@link NotFound} as the ticket itself is. */
    public List<ClockView> of(long ticketId) {
        requireStaffSide(ticketId);
        Rulebook book = rulebooks.current();
        Instant now = clock.now();
        return store.of(ticketId).stream()
                .map(row -> ClockView.of(ClockLife.restore(row, book, store.events(row.id())), book, now))
                .sorted((a, b) -> a.metric().compareTo(b.metric()))
                .toList();
    }

    /** The same with the way to each due time. Refused as {@link #of}. */
    public List<ExplainedClock> explained(long ticketId) {
        requireStaffSide(ticketId);
        Rulebook book = rulebooks.current();
        Instant now = clock.now();
        return store.of(ticketId).stream()
                .map(row -> ClockLife.restore(row, book, store.events(row.id())))
                .map(life -> new ExplainedClock(
                        ClockView.of(life, book, now), life.timeline().explainDue(now)))
                .sorted((a, b) -> a.clock().metric().compareTo(b.clock().metric()))
                .toList();
    }

    /**
     * How the metric's due time comes about, piece by piece from the start to the due time, or to now while there is
     * none. Empty when the ticket has no such clock. Refused as {@link #of}.
     */
    public List<ExplainedInterval> explain(long ticketId, Metric metric) {
        requireStaffSide(ticketId);
        Optional<SlaClock> row = store.of(ticketId, metric);
        if (row.isEmpty()) {
            return List.of();
        }
        SlaTimeline timeline = ClockLife.restore(
                        row.get(), rulebooks.current(), store.events(row.get().id()))
                .timeline();
        return timeline.explainDue(clock.now());
    }

    /** What has happened to the metric's clocks, oldest first; these facts are never changed. Refused as {@link #of}. */
    public List<ClockStep> steps(long ticketId, Metric metric) {
        requireStaffSide(ticketId);
        return store.events(ticketId, metric).stream().map(ClockEvent::step).toList();
    }

    /** Why the policy that applies to the ticket does, and those before it do not. Refused as {@link #of}. */
    public List<PolicyVerdict> policies(long ticketId) {
        requireStaffSide(ticketId);
        return rulebooks.current().verdicts(store.facts(ticketId));
    }

    /**
     * Decides that a breach shall not count, and says why; it stays recorded as what it was (features B1.10). Refused with
     * {@link NotFound} when the ticket has no such clock or it was not missed.
     */
    @RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void override(long ticketId, Metric metric, String reason) {
        requireStaffSide(ticketId);
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("reason", "required");
        }
        keeper.override(ticketId, metric, reason.strip());
    }

    /** Clocks that have something to strike, the longest overdue first. */
    @RolesAllowed(Roles.SYSTEM)
    public List<DueClock> due(int limit) {
        return store.due(clock.now(), limit);
    }

    /**
     * Strikes what is due of one clock, in a transaction of its own: records it, tells, and carries out the ladder's
     * actions. Does nothing when the clock has changed since it was found or somebody is at work on its ticket.
     */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // one bad clock must not hold up the others
    public void strike(DueClock due) {
        if (store.claim(due.ticketId())) {
            keeper.strike(due);
        }
    }

    /** Puts off a clock whose striking has failed, longer each time. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void defer(DueClock due) {
        SlaClock row = store.claim(due.ticketId()) ? store.find(due.clockId()) : null;
        if (row != null && row.awaits(due.generation(), clock.now())) {
            row.defer(clock.now());
        }
    }

    private void requireStaffSide(long ticketId) {
        TicketScope scope = tickets.scope(ticketId);
        if (!access.require(Permission.VIEW, scope).mayView(scope.queueId())) {
            throw new NotFound("ticket", scope.number()); // staff who are this ticket's customer see the public side
        }
    }
}
