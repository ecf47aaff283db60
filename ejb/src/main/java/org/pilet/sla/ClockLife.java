package org.pilet.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.sla.EscalationLadder.Level;
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
    private final int known;
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
        Terms terms = new Terms(book.calendar(row.calendarId()), row.budget());
        ClockLife life = new ClockLife(row, book, List.of(), SlaTimeline.begin(row.startedAt(), terms, why));
        life.happened(ClockEventKind.STARTED, row.startedAt(), now, why);
        return life;
    }

    static ClockLife restore(SlaClock row, Rulebook book, List<ClockEvent> events) {
        List<Stretch> stretches = events.stream()
                .filter(event -> event.kind().phase() != null)
                .map(event -> new Stretch(event.at(), event.kind().phase(), event.why()))
                .toList();
        Terms terms = new Terms(book.calendar(row.calendarId()), row.budget());
        return new ClockLife(
                row, book, events, SlaTimeline.restore(stretches, terms, row.termsSince(), row.breachedAt()));
    }

    /** Records the levels that have been passed by now and not been noticed yet. */
    List<Strike> settle(Instant now, Instant recordedAt) {
        List<Strike> strikes = ladder().due(timeline, percents(false), now);
        for (Strike strike : strikes) {
            row.passed(strike.level().percent(), strike.at());
            boolean late = strike.at().plus(PROMPT).isBefore(recordedAt);
            events.add(event(
                            ClockEventKind.passing(strike.level().percent()),
                            strike.at(),
                            recordedAt,
                            timeline.last().why())
                    .passing(strike.level().percent(), late));
        }
        copy(recordedAt);
        return strikes;
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

    /** Other terms hold from now on, unless nothing is owed or it is too late for any. */
    void agree(Agreement agreement, Instant now, Instant recordedAt) {
        if (!timeline.live() || row.breachedAt().isPresent() || row.hasTermsOf(agreement)) {
            return;
        }
        row.agree(agreement, now);
        timeline = timeline.agree(now, new Terms(book.calendar(agreement.calendarId()), agreement.budget()));
        happened(
                ClockEventKind.RETARGETED, now, recordedAt, agreement.priority().name());
    }

    /**
     * The levels that were passed and whose actions nobody has carried out yet; from now on they count as carried out.
     * A warning about work that is done, or overdue by now, has nothing left to say, and neither has a void clock.
     */
    List<Level> takeActions(Instant now) {
        List<Level> levels = unacted();
        for (Level level : levels) {
            events.add(
                    event(ClockEventKind.ACTED, now, now, timeline.last().why()).passing(level.percent(), false));
        }
        copy(now);
        if (timeline.last().phase() == Phase.VOID) {
            return List.of();
        }
        boolean pointless = !timeline.live() || row.breachedAt().isPresent();
        return levels.stream()
                .filter(level -> level.percent() >= EscalationLadder.BREACH || !pointless)
                .toList();
    }

    /** What has happened since this life was restored or begun. */
    List<ClockEvent> news() {
        return events.subList(known, events.size());
    }

    SlaClock row() {
        return row;
    }

    SlaTimeline timeline() {
        return timeline;
    }

    private List<Level> unacted() {
        Set<Integer> acted = percents(true);
        return percents(false).stream()
                .filter(percent -> !acted.contains(percent))
                .sorted()
                .map(percent -> ladder().level(percent))
                .flatMap(Optional::stream)
                .filter(level -> !level.actions().isEmpty())
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
        Optional<Instant> next = unacted().isEmpty() ? ladder().next(timeline, percents(false)) : Optional.of(now);
        row.copy(timeline, now, next);
    }

    private Set<Integer> percents(boolean acted) {
        Set<Integer> percents = new HashSet<>();
        for (ClockEvent event : events) {
            if (event.percent() != null && (event.kind() == ClockEventKind.ACTED) == acted) {
                percents.add(event.percent());
            }
        }
        return percents;
    }

    private EscalationLadder ladder() {
        return book.policy(row.policyId()).ladder(row.metric());
    }
}
