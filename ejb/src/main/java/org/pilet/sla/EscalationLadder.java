package org.pilet.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The levels that a clock climbs while its budget is used up, in hundredths of the budget. The due time itself is always
 * a level, with or without actions, because a breach is recorded in any case.
 *
 * <p>Each level strikes at most once in a clock's life. A level strikes once the clock goes <em>past</em> it: work done
 * exactly at a level's time is done before it strikes. A warning is never given after the breach, nor together with it.
 */
final class EscalationLadder {

    /** The level at which the budget is used up. */
    static final int BREACH = 100;

    /** A share of the budget, and what to do when it is used up. */
    record Level(int percent, Set<LadderAction> actions) {}

    /** A level that a clock has passed, and when that was. */
    record Strike(Level level, Instant at) {

        boolean breach() {
            return level.percent() == BREACH;
        }
    }

    private final List<Level> levels;

    EscalationLadder(List<Level> levels) {
        List<Level> sorted = new ArrayList<>(levels);
        if (sorted.stream().noneMatch(level -> level.percent() == BREACH)) {
            sorted.add(new Level(BREACH, EnumSet.noneOf(LadderAction.class)));
        }
        sorted.sort(Comparator.comparingInt(Level::percent));
        this.levels = List.copyOf(sorted);
    }

    /** The level of this percentage, if the ladder has it (still). */
    Optional<Level> level(int percent) {
        return levels.stream().filter(level -> level.percent() == percent).findFirst();
    }

    /** The levels that the clock has passed by {@code now} and that are not among those that {@code struck} already. */
    List<Strike> due(SlaTimeline clock, Set<Integer> struck, Instant now) {
        return pending(clock, struck).stream()
                .filter(strike -> strike.at().isBefore(now))
                .toList();
    }

    /** When the next level will be passed if nothing changes. */
    Optional<Instant> next(SlaTimeline clock, Set<Integer> struck) {
        return pending(clock, struck).stream().map(Strike::at).min(Comparator.naturalOrder());
    }

    private List<Strike> pending(SlaTimeline clock, Set<Integer> struck) {
        if (clock.last().phase() == Phase.VOID) {
            return List.of();
        }
        Optional<Instant> breach = clock.reachPercent(BREACH).map(clock::sinceTerms);
        List<Strike> pending = new ArrayList<>();
        for (Level level : levels) {
            Optional<Instant> at = clock.reachPercent(level.percent()).map(clock::sinceTerms);
            if (at.isPresent()
                    && !struck.contains(level.percent())
                    && !isLateWarning(level, at.get(), breach, struck)) {
                pending.add(new Strike(level, at.get()));
            }
        }
        return pending;
    }

    private static boolean isLateWarning(Level level, Instant at, Optional<Instant> breach, Set<Integer> struck) {
        return level.percent() < BREACH
                && (struck.contains(BREACH)
                        || breach.map(breached -> !at.isBefore(breached)).orElse(false));
    }
}
