package org.pilet.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The levels that a clock climbs on its way to the due time and beyond: shares of the budget, or so much open time
 * before or after it. The due time itself is always a level, with or without actions, because a breach is recorded in any
 * case.
 *
 * <p>Each level strikes at most once in a clock's life. A level strikes once the clock goes <em>past</em> it: work done
 * exactly at a level's time is done before it strikes. A warning is never given after the breach, nor together with it.
 */
final class EscalationLadder {

    /** The level at which the budget is used up, in hundredths of it. */
    static final int BREACH = 100;

    /** Where a level is: hundredths of the budget, and open time more (or, negative, less) than that. */
    record Rung(int percent, Duration offset) {

        static final Rung DUE = new Rung(BREACH, Duration.ZERO);

        boolean isDue() {
            return equals(DUE);
        }

        boolean isWarning() {
            return offset.isNegative() || offset.isZero() && percent < BREACH;
        }

        /** In hundredths, for lists that only tell before from at and after. */
        int mark() {
            return percent + offset.compareTo(Duration.ZERO);
        }
    }

    /** A level, and what to do when it is passed. */
    record Level(Rung rung, List<LadderStep> steps) {

        Level(int percent, Set<LadderAction> actions) {
            this(
                    new Rung(percent, Duration.ZERO),
                    actions.stream().map(LadderStep::of).toList());
        }

        int percent() {
            return rung.percent();
        }
    }

    /** A level that a clock has passed, and when that was. */
    record Strike(Level level, Instant at) {

        boolean breach() {
            return level.rung().isDue();
        }
    }

    private final List<Level> levels;

    EscalationLadder(List<Level> levels) {
        List<Level> all = new ArrayList<>(levels);
        if (all.stream().noneMatch(level -> level.rung().isDue())) {
            all.add(new Level(Rung.DUE, List.of()));
        }
        all.sort(Comparator.comparing((Level level) -> level.rung().percent())
                .thenComparing(level -> level.rung().offset()));
        this.levels = List.copyOf(all);
    }

    /** The level at this rung, if the ladder has it (still). */
    Optional<Level> level(Rung rung) {
        return levels.stream().filter(level -> level.rung().equals(rung)).findFirst();
    }

    /** The levels that the clock has passed by {@code now} and that are not among those that {@code struck} already. */
    List<Strike> due(SlaTimeline clock, Set<Rung> struck, Instant now) {
        return pending(clock, struck).stream()
                .filter(strike -> strike.at().isBefore(now))
                .toList();
    }

    /** When the next level will be passed if nothing changes. */
    Optional<Instant> next(SlaTimeline clock, Set<Rung> struck) {
        return pending(clock, struck).stream().map(Strike::at).findFirst();
    }

    /** All levels that are passed, or will be if nothing changes, in order of time. */
    List<Strike> pending(SlaTimeline clock, Set<Rung> struck) {
        if (clock.last().phase() == Phase.VOID) {
            return List.of();
        }
        Optional<Instant> breach = at(clock, Rung.DUE);
        List<Strike> pending = new ArrayList<>();
        for (Level level : levels) {
            Optional<Instant> at = at(clock, level.rung());
            if (at.isPresent()
                    && !struck.contains(level.rung())
                    && !isLateWarning(level.rung(), at.get(), breach, struck)) {
                pending.add(new Strike(level, at.get()));
            }
        }
        pending.sort(Comparator.comparing(Strike::at));
        return pending;
    }

    private static Optional<Instant> at(SlaTimeline clock, Rung rung) {
        return clock.reachLevel(rung.percent(), rung.offset()).map(clock::sinceTerms);
    }

    private static boolean isLateWarning(Rung rung, Instant at, Optional<Instant> breach, Set<Rung> struck) {
        return rung.isWarning()
                && (struck.contains(Rung.DUE)
                        || breach.map(breached -> !at.isBefore(breached)).orElse(false));
    }
}
