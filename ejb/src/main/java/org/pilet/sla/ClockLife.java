package org.pilet.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pilet.sla.EscalationLadder.Level;
import org.pilet.sla.EscalationLadder.Rung;
import org.pilet.sla.EscalationLadder.Strike;

/**
 * A clock's row and events taken together, while a transaction works on it: what happens is worked out on the timeline,
 * becomes an event, and is copied to the row. The ticket's row must be locked.
 */
final class ClockLife {

    /** Found out later than this after it became true, a fact is marked as late (features 6.7). */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private final SlaClock row;
    private final Rulebook book;
    private final List<ClockEvent> events;
    private int known;
    private SlaTimeline timeline;

    private ClockLife(SlaClock row, Rulebook book, List<ClockEvent> events, SlaTimeline timeline) {
        this.row = row;
        this.book = book;
        this.events = new ArrayList<>(events);
        this.known = events.size();
        this.timeline = timeline;
    }

    /** A clock that starts now; its row must be stored already, so that it has an id. */
    static ClockLife begin(SlaClock row, Rulebook book, String why, Instant now) {
        Terms terms = row.terms(book.calendar(row.calendarId()));
        ClockLife life =
                new ClockLife(row, book, List.of(), SlaTimeline.begin(row.startedAt(), terms, row.termsSince(), why));
        life.happened(ClockEventKind.STARTED, row.startedAt(), now, why);
        return life;
    }

    static ClockLife restore(SlaClock row, Rulebook book, List<ClockEvent> events) {
        List<Stretch> stretches = new ArrayList<>();
        for (ClockEvent event : events) {
            if (event.kind().phase() != null) {
                // The row knows the start best: it may have been found to lie earlier.
                Instant from = stretches.isEmpty() ? row.startedAt() : event.at();
                stretches.add(new Stretch(from, event.kind().phase(), event.why()));
            } else if (event.kind() == ClockEventKind.REVOKED) {
                Stretch last = stretches.remove(stretches.size() - 1);
                stretches.add(new Stretch(last.from(), Phase.RUNNING, last.why()));
            }
        }
        Terms terms = row.terms(book.calendar(row.calendarId()));
        return new ClockLife(
                row, book, events, SlaTimeline.restore(stretches, terms, row.termsSince(), row.breachedAt()));
    }

    /** Records the levels that have been passed by now and not been noticed yet. */
    void settle(Instant now, Instant recordedAt) {
        List<Strike> strikes = ladder().due(timeline, rungs(false), now);
        for (Strike strike : strikes) {
            Rung rung = strike.level().rung();
            row.passed(rung, strike.at());
            boolean late = strike.at().plus(PROMPT).isBefore(recordedAt);
            events.add(event(
                            ClockEventKind.passing(rung),
                            strike.at(),
                            recordedAt,
                            timeline.last().why())
                    .passing(rung, late));
        }
        if (!strikes.isEmpty()) {
            copy(recordedAt);
        }
    }

    /** The ticket is such that the clock should stand so. */
    void enter(Standing standing, Instant recordedAt) {
        Phase from = timeline.last().phase();
        SlaTimeline next = timeline.enter(standing.since(), standing.phase(), standing.why());
        if (next == timeline) {
            return;
        }
        timeline = next;
        boolean breached = row.breachedAt().isPresent();
        happened(
                ClockEventKind.entering(standing.phase(), from, breached),
                timeline.last().from(),
                recordedAt,
                standing.why());
    }

    /** Other terms hold from now on, unless nothing is owed. What is breached stays breached. */
    void agree(Agreement agreement, Instant now, Instant recordedAt) {
        if (!timeline.live() || row.hasTermsOf(agreement)) {
            return;
        }
        row.agree(agreement, now);
        retarget(
                ClockEventKind.RETARGETED, now, recordedAt, agreement.priority().name());
    }

    /** Somebody has set the due time, or, with null, taken that back. */
    void dueByHand(Instant due, Instant now, Instant recordedAt) {
        if (!timeline.live() || Objects.equals(due, row.dueByHand())) {
            return;
        }
        row.dueByHand(due, now);
        retarget(ClockEventKind.DUE_SET, now, recordedAt, due == null ? "" : "BY_HAND");
    }

    /** The calendar may have changed since the due time was last copied. */
    boolean recount(Instant now) {
        Instant due = timeline.due().orElse(null);
        if (Objects.equals(due, row.dueAt())) {
            return false;
        }
        row.agreedAgain(now);
        timeline = timeline.agree(now, timeline.terms());
        happened(ClockEventKind.RECOUNTED, now, now, book.calendarName(row.calendarId()));
        return true;
    }

    /** Whether it counts from an earlier moment, or did once, for the sake of a merged ticket. */
    boolean hasInherited() {
        return events.stream().anyMatch(event -> event.kind() == ClockEventKind.INHERITED);
    }

    /** The wait began at another moment than was known, because of a merge or because one was undone. */
    void since(Instant start, Instant now, Instant recordedAt) {
        row.startAt(start, now);
        timeline = timeline.since(start, now, row.terms(book.calendar(row.calendarId())));
        happened(ClockEventKind.INHERITED, now, recordedAt, "MERGED");
    }

    /** The answer that stopped it has not arrived. */
    void revokeStop(Instant now, Instant recordedAt) {
        timeline = timeline.revokeStop();
        happened(ClockEventKind.REVOKED, now, recordedAt, timeline.last().why());
    }

    void override(String reason, Instant now) {
        row.override(reason, now);
        happened(ClockEventKind.OVERRIDDEN, now, now, reason);
    }

    /**
     * The levels that were passed and whose actions nobody has carried out yet; from now on they count as carried out.
     * A warning about work that is done, or overdue by now, has nothing left to say, and neither has a void clock.
     */
    List<Level> takeActions(Instant now) {
        List<Level> levels = unacted();
        for (Level level : levels) {
            events.add(
                    event(ClockEventKind.ACTED, now, now, timeline.last().why()).passing(level.rung(), false));
        }
        copy(now);
        if (timeline.last().phase() == Phase.VOID) {
            return List.of();
        }
        boolean pointless = !timeline.live() || row.breachedAt().isPresent();
        return levels.stream()
                .filter(level -> !level.rung().isWarning() || !pointless)
                .toList();
    }

    /** What has happened since this life was restored or begun, or since it was asked for the last time. */
    List<ClockEvent> takeNews() {
        List<ClockEvent> news = List.copyOf(events.subList(known, events.size()));
        known = events.size();
        return news;
    }

    SlaClock row() {
        return row;
    }

    SlaTimeline timeline() {
        return timeline;
    }

    List<ClockEvent> events() {
        return List.copyOf(events);
    }

    /** All levels that have been passed, or will be if nothing changes. */
    List<Strike> levels() {
        return ladder().pending(timeline, Set.of());
    }

    private void retarget(ClockEventKind kind, Instant now, Instant recordedAt, String why) {
        timeline = timeline.agree(now, row.terms(book.calendar(row.calendarId())));
        happened(kind, now, recordedAt, why);
    }

    private List<Level> unacted() {
        Set<Rung> acted = rungs(true);
        return rungs(false).stream()
                .filter(rung -> !acted.contains(rung))
                .map(rung -> ladder().level(rung))
                .flatMap(Optional::stream)
                .filter(level -> !level.steps().isEmpty())
                .sorted((a, b) -> Integer.compare(a.rung().mark(), b.rung().mark()))
                .toList();
    }

    private void happened(ClockEventKind kind, Instant at, Instant recordedAt, String why) {
        ClockEvent event = event(kind, at, recordedAt, why);
        copy(recordedAt);
        events.add(event.dueAfter(row.dueAt()));
    }

    private ClockEvent event(ClockEventKind kind, Instant at, Instant recordedAt, String why) {
        return new ClockEvent(row, events.size(), kind, at, recordedAt, why);
    }

    private void copy(Instant now) {
        Optional<Instant> next = unacted().isEmpty() ? ladder().next(timeline, rungs(false)) : Optional.of(now);
        row.copy(timeline, now, next);
    }

    private Set<Rung> rungs(boolean acted) {
        Set<Rung> rungs = new HashSet<>();
        for (ClockEvent event : events) {
            if (event.percent() != null && (event.kind() == ClockEventKind.ACTED) == acted) {
                rungs.add(event.rung());
            }
        }
        return rungs;
    }

    private EscalationLadder ladder() {
        return book.policy(row.policyId()).ladder(row.metric());
    }
}
