package org.pilet.sla;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.sla.EscalationLadder.Level;
import org.pilet.tickets.Tickets;

/**
 * Keeps a ticket's clocks in step with the ticket. Whatever happened to it, the same question is asked: how should each
 * clock stand now? So no event can be missed for good, and none does harm twice. To be called as SYSTEM.
 */
@Dependent
class ClockKeeper {

    @Inject
    private ClockStore store;

    @Inject
    private Rulebooks rulebooks;

    @Inject
    private Escalation escalation;

    @Inject
    private Clock clock;

    @Inject
    private Event<SlaStruck> struck;

    @EJB
    private Tickets tickets;

    /** The ticket has become what it is at {@code at}, in this transaction, which holds its row. */
    void reconcile(long ticketId, Instant at) {
        TicketFacts ticket = store.facts(ticketId);
        Rulebook book = rulebooks.current();
        Optional<Policy> policy = book.policyFor(ticket);
        for (Metric metric : Metric.values()) {
            Optional<Agreement> agreement = policy.flatMap(p -> p.agreement(metric, ticket.priority()));
            Standing standing = Standing.of(metric, ticket, agreement.flatMap(a -> policy), at);
            life(ticket, metric, agreement, standing, book).ifPresent(life -> follow(life, standing, agreement, at));
        }
    }

    /** Does what is due of this clock, unless it has changed since; the ticket's row must be claimed. */
    void strike(DueClock due) {
        SlaClock row = store.find(due.clockId());
        Instant now = clock.now();
        if (row == null || !row.awaits(due.generation(), now)) {
            return;
        }
        TicketFacts ticket = store.facts(due.ticketId());
        ClockLife life = ClockLife.restore(row, rulebooks.current(), store.events(row.id()));
        life.settle(now, now);
        List<Level> levels = life.takeActions(now);
        tell(life);
        // Last, because the actions change the ticket, and with it perhaps this very clock.
        levels.forEach(level -> escalation.carryOut(level, ticket, row));
    }

    private Optional<ClockLife> life(
            TicketFacts ticket, Metric metric, Optional<Agreement> agreement, Standing standing, Rulebook book) {
        Optional<SlaClock> known = store.of(ticket.ticketId(), metric);
        if (known.isPresent()) {
            SlaClock row = known.get();
            return Optional.of(ClockLife.restore(row, book, store.events(row.id())));
        }
        if (!begins(metric, ticket, agreement, standing)) {
            return Optional.empty();
        }
        SlaClock row = new SlaClock(ticket.ticketId(), metric, ticket.createdAt(), agreement.get());
        store.add(row);
        return Optional.of(ClockLife.begin(row, book, ticket.status().name(), clock.now()));
    }

    private void follow(ClockLife life, Standing standing, Optional<Agreement> agreement, Instant at) {
        Instant now = clock.now();
        life.settle(standing.since(), now);
        life.enter(standing, now);
        agreement.ifPresent(terms -> life.agree(terms, at, now));
        tell(life);
    }

    private void tell(ClockLife life) {
        List<ClockEvent> news = List.copyOf(life.news());
        store.add(news);
        store.flush();
        SlaClock row = life.row();
        for (ClockEvent event : news) {
            if (event.kind().isHistory()) {
                SlaRehearsal.Line line = line(row, event);
                tickets.recordAs(
                        row.ticketId(), line.kind(), line.oldValue(), line.newValue(), line.cause(), line.at());
            }
            if (event.percent() != null && event.kind() != ClockEventKind.ACTED) {
                struck.fire(new SlaStruck(
                        row.ticketId(),
                        row.id(),
                        row.metric(),
                        event.percent(),
                        event.percent() == EscalationLadder.BREACH,
                        event.at(),
                        event.isLate()));
            }
        }
    }

    /** Features B1.13: whom an agent writes to of their own accord does not wait for a first response. */
    static boolean begins(Metric metric, TicketFacts ticket, Optional<Agreement> agreement, Standing standing) {
        boolean owed = metric != Metric.FIRST_RESPONSE || !ticket.createdByAgent();
        return agreement.isPresent() && owed && standing.phase() != Phase.VOID;
    }

    /** How the ticket's history tells the event. */
    static SlaRehearsal.Line line(SlaClock row, ClockEvent event) {
        return new SlaRehearsal.Line(
                "SLA_" + event.kind(),
                text(event.dueBefore()),
                text(event.dueAfter()),
                cause(row) + (event.isLate() ? ":late" : ""),
                event.at());
    }

    /** How histories name the clock that did something, for example {@code sla:first_response}. */
    static String cause(SlaClock row) {
        return "sla:" + row.metric().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Instant due) {
        return due == null ? null : due.toString();
    }
}
