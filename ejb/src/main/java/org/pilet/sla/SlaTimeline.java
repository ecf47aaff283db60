package org.pilet.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pilet.sla.BusinessCalendar.Interval;
import org.pilet.sla.ExplainedInterval.Kind;

/**
 * The life of one promise on one ticket. It begins running; the ticket's statuses cut it into stretches; its due time is
 * the earliest instant by which the running stretches hold as much open time as was promised. So pauses cost exactly
 * the open time that they cover, a reopened ticket goes on with what was left, and new terms (another priority, another
 * policy) are measured from the original start, less the pauses.
 *
 * <p>Work done at the due time is in time. Once late is late for ever: terms that are relaxed afterwards do not undo a
 * breach, and terms that are tightened breach at the moment they are agreed, never before.
 *
 * <p>Immutable; each change gives a new timeline. Time never runs backwards: a change dated before the last one counts
 * from the last one.
 */
final class SlaTimeline {

    private static final int HUNDRED = 100;

    private final List<Stretch> stretches;
    private final Terms terms;
    private final Instant termsSince;
    private final Optional<Instant> breach;

    private SlaTimeline(List<Stretch> stretches, Terms terms, Instant termsSince, Optional<Instant> breach) {
        this.stretches = List.copyOf(stretches);
        this.terms = terms;
        this.termsSince = termsSince;
        this.breach = breach;
    }

    static SlaTimeline begin(Instant at, Terms terms, String why) {
        return new SlaTimeline(List.of(new Stretch(at, Phase.RUNNING, why)), terms, at, Optional.empty());
    }

    /** A timeline as it was kept, with the breach that was recorded, if one was. */
    static SlaTimeline restore(List<Stretch> stretches, Terms terms, Instant termsSince, Optional<Instant> breach) {
        return new SlaTimeline(stretches, terms, termsSince, breach);
    }

    /** The ticket enters a status in which the clock does something else; no change if it does the same for the same reason. */
    SlaTimeline enter(Instant at, Phase phase, String why) {
        Stretch last = last();
        if (last.phase() == phase && (phase != Phase.PAUSED || last.why().equals(why))) {
            return this;
        }
        Instant from = notBefore(at, last.from());
        List<Stretch> longer = new ArrayList<>(stretches);
        longer.add(new Stretch(from, phase, why));
        return new SlaTimeline(longer, terms, termsSince, breachedBy(from));
    }

    /** From {@code at} on, other terms hold for the whole life. */
    SlaTimeline agree(Instant at, Terms other) {
        Instant from = notBefore(at, termsSince);
        return new SlaTimeline(stretches, other, from, breachedBy(from));
    }

    /** The earliest instant by which the running stretches hold this much open time, if they do or go on until they do. */
    Optional<Instant> reach(Duration open) {
        Duration left = open;
        for (int i = 0; i < stretches.size(); i++) {
            if (stretches.get(i).phase() != Phase.RUNNING) {
                continue;
            }
            Instant from = stretches.get(i).from();
            Instant reached = terms.calendar().add(from, left);
            if (i == stretches.size() - 1
                    || reached.isBefore(stretches.get(i + 1).from())) {
                return Optional.of(reached);
            }
            left = left.minus(
                    terms.calendar().measure(from, stretches.get(i + 1).from()));
        }
        return Optional.empty();
    }

    /** The same for a part of the budget, as a level of the escalation ladder states it. */
    Optional<Instant> reachPercent(int percent) {
        return reach(terms.budget().multipliedBy(percent).dividedBy(HUNDRED));
    }

    /**
     * By when the work must be done. Nothing while the clock is paused with time left or void; for work that is done,
     * by when it would have had to be.
     */
    Optional<Instant> due() {
        Optional<Instant> reached = reach(terms.budget());
        if (reached.isEmpty() && last().phase() == Phase.STOPPED) {
            return Optional.of(terms.calendar().add(last().from(), remaining(last().from())));
        }
        return last().phase() == Phase.VOID ? Optional.empty() : reached;
    }

    /** When the promise was broken, as seen at {@code now}: at the due time, or when the terms were agreed if that is later. */
    Optional<Instant> breachedBy(Instant now) {
        if (breach.isPresent()) {
            return breach;
        }
        return reach(terms.budget()).filter(due -> due.isBefore(now)).map(this::sinceTerms);
    }

    /** Terms cannot be broken, nor a share of them used up, before they are agreed. */
    Instant sinceTerms(Instant reached) {
        return notBefore(reached, termsSince);
    }

    ClockState state(Instant now) {
        if (last().phase() == Phase.VOID) {
            return ClockState.VOID;
        }
        if (breachedBy(now).isPresent()) {
            return ClockState.BREACHED;
        }
        return switch (last().phase()) {
            case STOPPED -> ClockState.MET;
            case PAUSED -> ClockState.PAUSED;
            default -> ClockState.RUNNING;
        };
    }

    /** When the work was done, if it is. */
    Optional<Instant> completed() {
        return last().phase() == Phase.STOPPED ? Optional.of(last().from()) : Optional.empty();
    }

    /** Since when the clock is paused, if it is. */
    Optional<Stretch> pause() {
        return last().phase() == Phase.PAUSED ? Optional.of(last()) : Optional.empty();
    }

    /** Whether anything is still owed. */
    boolean live() {
        return last().phase() == Phase.RUNNING || last().phase() == Phase.PAUSED;
    }

    /** Open time that has counted so far. */
    Duration used(Instant now) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < stretches.size(); i++) {
            if (stretches.get(i).phase() == Phase.RUNNING) {
                sum = sum.plus(terms.calendar().measure(stretches.get(i).from(), end(i, now)));
            }
        }
        return sum;
    }

    /** Open time that is left; less than nothing once the budget is overdrawn. */
    Duration remaining(Instant now) {
        return terms.budget().minus(used(now));
    }

    /** Piece by piece from the start to {@code until}: what counted, and why the rest did not. */
    List<ExplainedInterval> explain(Instant until) {
        List<ExplainedInterval> pieces = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Instant from = stretches.get(i).from();
            Instant to = end(i, until);
            if (!from.isBefore(to)) {
                continue;
            }
            if (stretches.get(i).phase() == Phase.RUNNING) {
                explainRunning(from, to, pieces);
            } else {
                pieces.add(new ExplainedInterval(
                        from, to, Kind.OFF, stretches.get(i).why()));
            }
        }
        return pieces;
    }

    private void explainRunning(Instant from, Instant to, List<ExplainedInterval> pieces) {
        Instant at = from;
        for (Interval open : terms.calendar().openings(from, to)) {
            if (at.isBefore(open.from())) {
                pieces.add(new ExplainedInterval(at, open.from(), Kind.CLOSED, ""));
            }
            pieces.add(new ExplainedInterval(open.from(), open.to(), Kind.COUNTED, ""));
            at = open.to();
        }
        if (at.isBefore(to)) {
            pieces.add(new ExplainedInterval(at, to, Kind.CLOSED, ""));
        }
    }

    Terms terms() {
        return terms;
    }

    Instant started() {
        return stretches.get(0).from();
    }

    Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    private Instant end(int i, Instant until) {
        Instant end = i == stretches.size() - 1 ? until : stretches.get(i + 1).from();
        return end.isBefore(until) ? end : until;
    }

    private static Instant notBefore(Instant at, Instant floor) {
        return at.isBefore(floor) ? floor : at;
    }
}
