package org.pilet.sla;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    @Inject
    private ClockStore store;

    @Inject
    private WorkingHours hours;

    void carryOut(Level level, TicketFacts ticket, SlaClock clock) {
        for (long personId : toldBy(level, ticket)) {
            outbox.put(
                    "notify",
                    key(level, clock) + ":" + personId,
                    payload(level, clock, personId),
                    ClockKeeper.cause(clock),
                    hours.whenToTell(personId, level.rung().isWarning(), clock.calendarId()));
        }
        orders(level, clock);
        List<TicketChange> changes = changes(level, ticket);
        if (!changes.isEmpty()) {
            tickets.change(ticket.ticketId(), null, changes, ClockKeeper.cause(clock));
        }
    }

    /** What the automation's action catalogue does, it does by itself, after the commit. */
    private void orders(Level level, SlaClock clock) {
        for (LadderStep step : level.steps()) {
            boolean macro = step.action() == LadderAction.RUN_MACRO;
            if (macro || step.action() == LadderAction.CALL_WEBHOOK) {
                String order = Json.createObjectBuilder()
                        .add("ticketId", clock.ticketId())
                        .add(macro ? "macro" : "webhook", Long.parseLong(step.argument()))
                        .add("metric", clock.metric().name())
                        .build()
                        .toString();
                String key = key(level, clock) + ":" + step.action() + ":" + step.argument();
                outbox.put("ladder.step", key, order, ClockKeeper.cause(clock));
            }
        }
    }

    private static String key(Level level, SlaClock clock) {
        return "sla:" + clock.id() + ":" + level.percent() + suffix(level);
    }

    private static String suffix(Level level) {
        return level.rung().offset().isZero() ? "" : "@" + level.rung().offset().toSeconds();
    }

    private Set<Long> toldBy(Level level, TicketFacts ticket) {
        Set<Long> told = new LinkedHashSet<>();
        level.steps().forEach(step -> told.addAll(toldBy(step, ticket)));
        return told;
    }

    private List<Long> toldBy(LadderStep step, TicketFacts ticket) {
        TicketFacts.Staff staff = ticket.staff();
        return switch (step.action()) {
            case NOTIFY_OWNER -> one(staff.ownerId() != null ? staff.ownerId() : staff.leadId());
            case NOTIFY_LEAD -> one(staff.leadId());
            case NOTIFY_RESPONSIBLE -> one(staff.responsibleId());
            case NOTIFY_TEAM -> store.membersOf(staff.teamId());
            case NOTIFY_PERSON -> one(Long.valueOf(step.argument()));
            case NOTIFY_ROLE -> store.holdersOf(step.argument());
            default -> List.of();
        };
    }

    private static List<Long> one(Long personId) {
        return personId == null ? List.of() : List.of(personId);
    }

    /** Work that was done meanwhile, if too late, needs no more attention than the mail gives it. */
    static List<TicketChange> changes(Level level, TicketFacts ticket) {
        List<TicketChange> changes = new ArrayList<>();
        if (!ticket.status().isOpen()) {
            return changes;
        }
        for (LadderStep step : level.steps()) {
            switch (step.action()) {
                case MARK_ESCALATED -> changes.add(new TicketChange.SetEscalated(true));
                case RAISE_PRIORITY ->
                    changes.add(new TicketChange.SetPriority(ticket.priority().raised()));
                case ASSIGN -> changes.add(new TicketChange.Assign(Long.valueOf(step.argument())));
                case ASSIGN_LEAD -> {
                    if (ticket.staff().leadId() != null) {
                        changes.add(new TicketChange.Assign(ticket.staff().leadId()));
                    }
                }
                case MOVE -> changes.add(new TicketChange.Move(Long.parseLong(step.argument())));
                case TAG -> changes.add(new TicketChange.AddTag(step.argument()));
                default -> {
                    // tells people only
                }
            }
        }
        return changes;
    }

    private static String payload(Level level, SlaClock clock, long personId) {
        return Json.createObjectBuilder()
                .add("event", level.rung().isWarning() ? "sla.warned" : "sla.breached")
                .add("ticketId", clock.ticketId())
                .add("clockId", clock.id())
                .add("personId", personId)
                .add("metric", clock.metric().name())
                .add("percent", level.percent())
                .add("dueAt", String.valueOf(clock.dueAt()))
                .build()
                .toString();
    }
}
