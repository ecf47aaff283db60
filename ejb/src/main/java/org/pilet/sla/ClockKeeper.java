package org.pilet.sla;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.WithinTransaction;
import org.pilet.sla.EscalationLadder.Level;
import org.pilet.tickets.HistoryLine;
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

    @Inject
    private WithinTransaction transaction;

    /** The ticket has become what it is at {@code at}, in this transaction, which holds its row. */
    void reconcile(long ticketId, Instant at) {
        TicketFacts ticket = store.facts(ticketId);
        Rulebook book = rulebooks.current();
        tell(new ClockSet(book, stored(ticketId, book)).follow(ticket, at, clock.now()));
    }

    /** This ticket has been merged into others, whose customers may have been waiting for longer by that (B1.20). */
    void reconcileTargets(long ticketId, Instant at) {
        store.mergedInto(ticketId).forEach(target -> reconcile(target, at));
    }

    /** The rules may have changed since the ticket's clocks were counted last. */
    void recount(long ticketId) {
        store.hold(ticketId);
        Instant now = clock.now();
        TicketFacts ticket = store.facts(ticketId);
        Rulebook book = rulebooks.current();
        List<ClockLife> lives = new ClockSet(book, stored(ticketId, book)).follow(ticket, now, now);
        lives.forEach(life -> life.recount(now));
        tell(lives);
    }

    /** Somebody has decided that the metric's breach shall not count. */
    void override(long ticketId, Metric metric, String reason) {
        store.hold(ticketId);
        SlaClock row = store.of(ticketId, metric)
                .filter(clock -> clock.breachedAt().isPresent())
                .orElseThrow(() -> new NotFound("clock", metric));
        ClockLife life = ClockLife.restore(row, rulebooks.current(), store.events(row.id()));
        life.override(reason, clock.now());
        remembered().remove(ticketId);
        tell(List.of(life));
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
        remembered().remove(due.ticketId());
        tell(List.of(life));
        // Last, because the actions change the ticket, and with it perhaps this very clock.
        levels.forEach(level -> escalation.carryOut(level, ticket, row));
    }

    private void tell(List<ClockLife> lives) {
        Map<ClockLife, List<ClockEvent>> news =
                new LinkedHashMap<>(); // a life that was looked at twice has its news once
        lives.forEach(life -> news.computeIfAbsent(life, ClockLife::takeNews));
        news.values().removeIf(List::isEmpty);
        if (news.isEmpty()) {
            return;
        }
        store.flush(); // events refer to their clocks' rows
        List<HistoryLine> lines = new ArrayList<>();
        news.forEach((life, events) -> {
            store.add(events);
            events.stream().filter(e -> e.kind().isHistory()).forEach(event -> lines.add(line(life.row(), event)));
        });
        tickets.recordAs(lives.get(0).row().ticketId(), lines);
        news.forEach((life, events) -> events.forEach(event -> tell(life.row(), event)));
    }

    private void tell(SlaClock row, ClockEvent event) {
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

    /** How the ticket's history tells the event. */
    static HistoryLine line(SlaClock row, ClockEvent event) {
        return new HistoryLine(
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

    /** The ticket's clocks as this transaction has left them: several things happen to a ticket in most of them. */
    private Stored stored(long ticketId, Rulebook book) {
        Stored known = remembered().get(ticketId);
        if (known == null || known.book != book) {
            known = new Stored(ticketId, book);
            remembered().put(ticketId, known);
        }
        return known;
    }

    private Map<Long, Stored> remembered() {
        return transaction.keep(ClockKeeper.class, HashMap::new);
    }

    /** The clocks of one ticket in the database, read once. */
    private final class Stored implements ClockSet.Shelf {
        private final long ticketId;
        private final Rulebook book;
        private Map<Metric, ClockLife> lives;

        Stored(long ticketId, Rulebook book) {
            this.ticketId = ticketId;
            this.book = book;
        }

        @Override
        public Optional<ClockLife> current(Metric metric) {
            return Optional.ofNullable(lives().get(metric));
        }

        @Override
        public ClockLife begin(SlaClock row, String why, Instant now) {
            store.add(row);
            ClockLife life = ClockLife.begin(row, book, why, now);
            lives().put(row.metric(), life);
            return life;
        }

        private Map<Metric, ClockLife> lives() {
            if (lives == null) {
                lives = new EnumMap<>(Metric.class);
                store.of(ticketId)
                        .forEach(row -> lives.put(row.metric(), ClockLife.restore(row, book, store.events(row.id()))));
            }
            return lives;
        }
    }
}
