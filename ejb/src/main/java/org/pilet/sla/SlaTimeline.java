package org.pilet.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pilet.sla.BusinessCalendar.Interval;
import org.pilet.sla.ExplainedInterval.Kind;

/**
 * The life of one promise on one ticket. It begins running; the ticket's statuses cut it into stretches; its due time is
 * the earliest instant by which the running stretches hold as much open time as was promised. So pauses cost exactly
 * the open time that they cover, a reopened ticket goes on with what was left, and new terms (another priority, another
 * policy) are measured from the original start, less the pauses. A due time that was set by hand is that, whatever
 * happens.
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

    /** When the budget is used up, once somebody has asked; immutable, so that to compute it twice does no harm. */
    private Optional<Instant> usedUp;

    private SlaTimeline(List<Stretch> stretches, Terms terms, Instant termsSince, Optional<Instant> breach) {
        this.stretches = List.copyOf(stretches);
        this.terms = terms;
        this.termsSince = termsSince;
        this.breach = breach;
    }

    static SlaTimeline begin(Instant at, Terms terms, String why) {
        return begin(at, terms, at, why);
    }

    /** Counts from {@code at}, under terms that are promised only since a later moment. */
    static SlaTimeline begin(Instant at, Terms terms, Instant since, String why) {
        return new SlaTimeline(List.of(new Stretch(at, Phase.RUNNING, why)), terms, since, Optional.empty());
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

    /** It is found at {@code at} that the wait began at another moment, under terms that hold for the whole life. */
    SlaTimeline since(Instant earlier, Instant at, Terms other) {
        List<Stretch> longer = new ArrayList<>(stretches);
        longer.set(
                0,
                new Stretch(earlier, stretches.get(0).phase(), stretches.get(0).why()));
        Instant from = notBefore(at, termsSince);
        return new SlaTimeline(longer, other, from, breachedBy(from));
    }

    /** What stopped it is found not to have happened (a reply that never arrived): it has been running all the while. */
    SlaTimeline revokeStop() {
        if (last().phase() != Phase.STOPPED) {
            return this;
        }
        List<Stretch> revoked = new ArrayList<>(stretches);
        revoked.set(revoked.size() - 1, new Stretch(last().from(), Phase.RUNNING, last().why()));
        return new SlaTimeline(revoked, terms, termsSince, breach);
    }

    /** The earliest instant by which the running stretches hold this much open time, if they do or go on until they do. */
    Optional<Instant> reach(Duration open) {
        if (!open.equals(terms.budget())) {
            return compute(open);
        }
        if (usedUp == null) {
            usedUp = compute(open);
        }
        return usedUp;
    }

    private Optional<Instant> compute(Duration open) {
        Duration left = open;
        for (int i = 0; i < stretches.size(); i++) {
            if (stretches.get(i).phase() != Phase.RUNNING) {
                continue;
            }
            Instant from = stretches.get(i).from();
            if (i == stretches.size() - 1) {
                return Optional.of(terms.calendar().add(from, left));
            }
            Instant end = stretches.get(i + 1).from();
            Duration here = terms.calendar().measure(from, end);
            if (here.compareTo(left) >= 0) {
                Instant reached = terms.calendar().add(from, left);
                if (reached.isBefore(end)) {
                    return Optional.of(reached);
                }
            }
            left = left.minus(here);
        }
        return Optional.empty();
    }

    /**
     * The same for a part of the budget, and some open time more or less, as a level of the escalation ladder states it.
     * On the way to a date set by hand everything counts, pauses too.
     */
    Optional<Instant> reachLevel(int percent, Duration more) {
        Duration budget = terms.byHand()
                .map(due -> terms.calendar().measure(started(), due))
                .orElse(terms.budget());
        Duration open = share(budget, percent).plus(more);
        open = open.isNegative() ? Duration.ZERO : open;
        if (terms.byHand().isEmpty()) {
            return reach(open);
        }
        Instant level = percent == HUNDRED && more.isZero()
                ? terms.byHand().get()
                : terms.calendar().add(started(), open);
        return completed().filter(done -> !level.isBefore(done)).isPresent() ? Optional.empty() : Optional.of(level);
    }

    /** To the microsecond, as instants are. */
    private static Duration share(Duration whole, int percent) {
        long micros = Math.addExact(Math.multiplyExact(whole.getSeconds(), 1_000_000L), whole.getNano() / 1000);
        return Duration.of(Math.multiplyExact(micros, (long) percent) / HUNDRED, ChronoUnit.MICROS);
    }

    /**
     * By when the work must be done. Nothing while the clock is paused with time left or void; for work that is done,
     * by when it would have had to be.
     */
    Optional<Instant> due() {
        if (last().phase() == Phase.VOID) {
            return Optional.empty();
        }
        if (terms.byHand().isPresent()) {
            return terms.byHand();
        }
        Optional<Instant> reached = reach(terms.budget());
        if (reached.isEmpty() && last().phase() == Phase.STOPPED) {
            return dueIfRunningSince(completed().orElseThrow());
        }
        return reached;
    }

    /** By when the work would have to be done if the clock, which has time left, went on at {@code at}. */
    Optional<Instant> dueIfRunningSince(Instant at) {
        return Optional.of(terms.calendar().add(at, remaining(at)));
    }

    /** When the promise was broken, as seen at {@code now}: at the due time, or when the terms were agreed if that is later. */
    Optional<Instant> breachedBy(Instant now) {
        if (breach.isPresent() || last().phase() == Phase.VOID && terms.byHand().isPresent()) {
            return breach;
        }
        Instant end = completed().filter(now::isAfter).orElse(now);
        Optional<Instant> due =
                terms.byHand().isPresent() ? terms.byHand().filter(end::isAfter) : reach(terms.budget());
        return due.filter(now::isAfter).map(this::sinceTerms);
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

    /** When the work was done, if it is; that it counted for nothing for a while does not change when. */
    Optional<Instant> completed() {
        int stop = firstStop();
        return stop < 0 ? Optional.empty() : Optional.of(stretches.get(stop).from());
    }

    /** Which stretch stopped it, if it is stopped. */
    private int firstStop() {
        int stop = -1;
        boolean isStopped = last().phase() == Phase.STOPPED;
        for (int i = stretches.size() - 1;
                isStopped && i >= 0 && isOver(stretches.get(i).phase());
                i--) {
            stop = stretches.get(i).phase() == Phase.STOPPED ? i : stop;
        }
        return stop;
    }

    private static boolean isOver(Phase phase) {
        return phase == Phase.STOPPED || phase == Phase.VOID;
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
        if (terms.byHand().isPresent()) {
            Instant due = terms.byHand().get();
            return due.isBefore(now)
                    ? terms.calendar().measure(due, now).negated()
                    : terms.calendar().measure(now, due);
        }
        return terms.budget().minus(used(now));
    }

    /**
     * How the due time comes about: piece by piece to it, or to {@code now} while there is none. For work that was done
     * with time left the rest is counted as it would have been.
     */
    List<ExplainedInterval> explainDue(Instant now) {
        List<Stretch> on = new ArrayList<>(stretches);
        int stop = firstStop();
        if (stop >= 0) {
            on.subList(stop, on.size()).clear();
            on.add(new Stretch(stretches.get(stop).from(), Phase.RUNNING, last().why()));
        }
        return new SlaTimeline(on, terms, termsSince, breach).explain(due().orElse(now));
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
            Stretch stretch = stretches.get(i);
            switch (stretch.phase()) {
                case RUNNING -> explainRunning(from, to, pieces);
                case PAUSED -> pieces.add(off(from, to, Kind.PAUSED, stretch.why()));
                case STOPPED -> pieces.add(off(from, to, Kind.DONE, stretch.why()));
                case VOID -> pieces.add(off(from, to, Kind.VOID, stretch.why()));
            }
        }
        return pieces;
    }

    private ExplainedInterval off(Instant from, Instant to, Kind kind, String why) {
        return new ExplainedInterval(from, to, kind, why, terms.calendar().measure(from, to));
    }

    private void explainRunning(Instant from, Instant to, List<ExplainedInterval> pieces) {
        Instant at = from;
        for (Interval open : terms.calendar().openings(from, to)) {
            if (at.isBefore(open.from())) {
                pieces.add(closed(at, open.from()));
            }
            Duration length = Duration.between(open.from(), open.to());
            pieces.add(new ExplainedInterval(open.from(), open.to(), Kind.COUNTED, "", length));
            at = open.to();
        }
        if (at.isBefore(to)) {
            pieces.add(closed(at, to));
        }
    }

    private ExplainedInterval closed(Instant from, Instant to) {
        return new ExplainedInterval(from, to, Kind.CLOSED, terms.calendar().whyClosed(from, to), Duration.ZERO);
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
