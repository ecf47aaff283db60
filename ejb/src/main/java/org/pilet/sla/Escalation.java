package org.pilet.sla;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.pilet.platform.Outbox;
import org.pilet.sla.EscalationLadder.Level;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.Tickets;

/** Carries out what a level of the ladder says, in the transaction that struck it. */
@Dependent
class Escalation {

    @Inject
    private Outbox outbox;

    @EJB
    private Tickets tickets;

    void carryOut(Level level, TicketFacts ticket, SlaClock clock) {
        for (long personId : toldBy(level, ticket)) {
            outbox.put(
                    "notify",
                    "sla:" + clock.id() + ":" + level.percent() + ":" + personId,
                    payload(level, clock, personId),
                    ClockKeeper.cause(clock));
        }
        List<TicketChange> changes = changes(level, ticket);
        if (!changes.isEmpty()) {
            tickets.change(ticket.ticketId(), null, changes, ClockKeeper.cause(clock));
        }
    }

    static Set<Long> toldBy(Level level, TicketFacts ticket) {
        Set<Long> told = new LinkedHashSet<>();
        if (level.actions().contains(LadderAction.NOTIFY_OWNER)) {
            Stream.of(ticket.ownerId(), ticket.leadId())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(told::add);
        }
        if (level.actions().contains(LadderAction.NOTIFY_LEAD) && ticket.leadId() != null) {
            told.add(ticket.leadId());
        }
        return told;
    }

    /** Work that was done meanwhile, if too late, needs no more attention than the mail gives it. */
    static List<TicketChange> changes(Level level, TicketFacts ticket) {
        List<TicketChange> changes = new ArrayList<>();
        if (!ticket.status().isOpen()) {
            return changes;
        }
        if (level.actions().contains(LadderAction.MARK_ESCALATED)) {
            changes.add(new TicketChange.SetEscalated(true));
        }
        if (level.actions().contains(LadderAction.RAISE_PRIORITY)) {
            changes.add(new TicketChange.SetPriority(ticket.priority().raised()));
        }
        return changes;
    }

    private static String payload(Level level, SlaClock clock, long personId) {
        boolean warning = level.percent() < EscalationLadder.BREACH;
        return Json.createObjectBuilder()
                .add("event", warning ? "sla.warned" : "sla.breached")
                .add("ticketId", clock.ticketId())
                .add("personId", personId)
                .add("metric", clock.metric().name())
                .add("percent", level.percent())
                .add("dueAt", String.valueOf(clock.dueAt()))
                .build()
                .toString();
    }
}
