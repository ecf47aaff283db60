package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random lives of a clock (pauses, reopenings, other priorities, other calendars, voiding) against an oracle that walks
 * through them minute by minute. {@code -Dpilet.sla.calendars=20000} makes it a million histories.
 */
class SlaTimelineOracleTest {

    private static final int HISTORIES_PER_CALENDAR = 50;
    private static final int MINUTES = CalendarSketch.DAYS * 24 * 60;

    @Property(tries = 1)
    void dueStateAndExplanationAreWhatTheMinutesSay(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        for (int calendar = Integer.getInteger("pilet.sla.calendars", 300); calendar > 0; calendar--) {
            CalendarSketch sketch = CalendarSketch.random(random);
            Office first = new Office(sketch.calendar(), sketch.openMinutes());
            CalendarSketch other = sketch.other(random);
            Office second = new Office(other.calendar(), other.openMinutes());
            for (int i = 0; i < HISTORIES_PER_CALENDAR; i++) {
                History history = History.random(random, sketch.from(), first, second);
                compare(history, random.nextInt(MINUTES));
            }
        }
    }

    private static void compare(History history, int seenAt) {
        SlaTimeline clock = history.clock();
        Instant now = history.instant(Math.max(seenAt, history.lastMinute()));
        int minute = Math.max(seenAt, history.lastMinute());
        String story = history.toString();

        assertThat(clock.used(now)).as(story).isEqualTo(Duration.ofMinutes(history.used(minute)));
        assertThat(clock.breachedBy(now)).as(story).isEqualTo(history.breach(minute));
        assertThat(clock.state(now)).as(story).isEqualTo(history.state(minute));

        Optional<Instant> due = clock.reach(clock.terms().budget());
        Optional<Instant> expected = history.due();
        if (expected.isPresent()) {
            assertThat(due).as(story).isEqualTo(expected);
            assertExplained(clock, expected.get(), clock.terms().budget(), story);
        } else {
            due.ifPresent(at -> assertThat(at).as(story).isAfterOrEqualTo(history.instant(MINUTES)));
        }
        assertDueGrowsWithTheBudget(clock, story);
        assertLevelsInOrder(clock, story);
    }

    private static void assertExplained(SlaTimeline clock, Instant until, Duration budget, String story) {
        List<ExplainedInterval> pieces = clock.explain(until);
        Instant at = clock.started();
        Duration counted = Duration.ZERO;
        for (ExplainedInterval piece : pieces) {
            assertThat(piece.from()).as(story).isEqualTo(at);
            assertThat(piece.length()).as(story).isPositive();
            at = piece.to();
            counted = piece.kind() == ExplainedInterval.Kind.COUNTED ? counted.plus(piece.length()) : counted;
        }
        assertThat(at).as(story).isEqualTo(until);
        assertThat(counted).as(story).isEqualTo(budget);
    }

    private static void assertDueGrowsWithTheBudget(SlaTimeline clock, String story) {
        Duration budget = clock.terms().budget();
        Optional<Instant> less = clock.reach(budget.minusSeconds(30));
        Optional<Instant> full = clock.reach(budget);
        assertThat(less.isPresent() || full.isEmpty()).as(story).isTrue();
        full.ifPresent(at -> assertThat(less.orElseThrow()).as(story).isBeforeOrEqualTo(at));
    }

    private static void assertLevelsInOrder(SlaTimeline clock, String story) {
        EscalationLadder ladder = new EscalationLadder(
                List.of(new EscalationLadder.Level(75, Set.of()), new EscalationLadder.Level(150, Set.of())));
        List<EscalationLadder.Strike> strikes = ladder.due(clock, Set.of(), Instant.MAX);
        for (int i = 1; i < strikes.size(); i++) {
            assertThat(strikes.get(i).at())
                    .as(story)
                    .isAfterOrEqualTo(strikes.get(i - 1).at());
        }
        assertThat(ladder.next(clock, Set.of()))
                .as(story)
                .isEqualTo(strikes.stream().map(EscalationLadder.Strike::at).findFirst());
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    private record Office(BusinessCalendar calendar, BitSet open) {}

    private record Agreement(int minute, Office office, int budget) {}

    /** What happened, kept twice: as the timeline under test, and as one phase for each minute. */
    private static final class History {
        private final Instant from;
        private final Phase[] phases = new Phase[MINUTES];
        private final List<Agreement> agreements = new ArrayList<>();
        private final List<String> story = new ArrayList<>();
        private SlaTimeline clock;
        private int start;
        private int last;

        private History(Instant from) {
            this.from = from;
        }

        static History random(Random random, Instant from, Office first, Office second) {
            History history = new History(from);
            history.begin(random.nextInt(MINUTES / 2), first, 1 + random.nextInt(random.nextBoolean() ? 600 : 6000));
            int events = random.nextInt(8);
            for (int i = 0; i < events; i++) {
                int minute = history.last + random.nextInt(random.nextBoolean() ? 60 : 3000);
                // Ties decide whether late is later than, or not earlier than; so they must be frequent.
                Optional<Instant> due =
                        history.clock.reach(history.clock.terms().budget());
                if (random.nextInt(5) == 0 && due.isPresent() && history.minute(due.get()) >= history.last) {
                    minute = history.minute(due.get());
                }
                if (minute >= MINUTES) {
                    break;
                }
                history.happen(minute, random, first, second);
            }
            return history;
        }

        private void begin(int minute, Office office, int budget) {
            start = minute;
            last = minute;
            fill(minute, Phase.RUNNING);
            agreements.add(new Agreement(minute, office, budget));
            clock = SlaTimeline.begin(instant(minute), terms(office, budget), "NEW");
            story.add(minute + " begin " + budget);
        }

        private void happen(int minute, Random random, Office first, Office second) {
            last = minute;
            if (clock.live() && random.nextInt(4) == 0) {
                Office office = random.nextBoolean() ? first : second;
                int budget = 1 + random.nextInt(random.nextBoolean() ? 600 : 6000);
                agreements.add(new Agreement(minute, office, budget));
                clock = clock.agree(instant(minute), terms(office, budget));
                story.add(minute + " agree " + budget + (office == first ? "" : " elsewhere"));
                return;
            }
            Phase phase = Phase.values()[random.nextInt(random.nextInt(5) == 0 ? 4 : 3)];
            fill(minute, phase);
            clock = clock.enter(instant(minute), phase, "S" + random.nextInt(2));
            story.add(minute + " " + phase);
        }

        private void fill(int minute, Phase phase) {
            for (int m = minute; m < MINUTES; m++) {
                phases[m] = phase;
            }
        }

        int used(int minute) {
            return counted(agreements.get(agreements.size() - 1).office(), minute);
        }

        private int counted(Office office, int until) {
            int used = 0;
            for (int m = start; m < until; m++) {
                used += phases[m] == Phase.RUNNING && office.open().get(m) ? 1 : 0;
            }
            return used;
        }

        /** The first minute at which the clock runs and the budget is used up. */
        private int due(Agreement agreement) {
            int used = 0;
            for (int m = start; m < MINUTES; m++) {
                if (phases[m] == Phase.RUNNING) {
                    if (used >= agreement.budget()) {
                        return m;
                    }
                    used += agreement.office().open().get(m) ? 1 : 0;
                }
            }
            return Integer.MAX_VALUE;
        }

        Optional<Instant> due() {
            int due = due(agreements.get(agreements.size() - 1));
            return due < MINUTES ? Optional.of(instant(due)) : Optional.empty();
        }

        /** The first agreement whose due minute had passed while it held decides, and is never undone. */
        Optional<Instant> breach(int seenAt) {
            for (int i = 0; i < agreements.size(); i++) {
                int until = i + 1 < agreements.size() ? agreements.get(i + 1).minute() : seenAt;
                int due = due(agreements.get(i));
                if (due < until) {
                    return Optional.of(instant(Math.max(due, agreements.get(i).minute())));
                }
            }
            return Optional.empty();
        }

        ClockState state(int seenAt) {
            Phase phase = phases[last];
            if (phase == Phase.VOID) {
                return ClockState.VOID;
            }
            if (breach(seenAt).isPresent()) {
                return ClockState.BREACHED;
            }
            return switch (phase) {
                case STOPPED -> ClockState.MET;
                case PAUSED -> ClockState.PAUSED;
                default -> ClockState.RUNNING;
            };
        }

        SlaTimeline clock() {
            return clock;
        }

        int lastMinute() {
            return last;
        }

        Instant instant(int minute) {
            return from.plusSeconds(60L * minute);
        }

        private int minute(Instant at) {
            return (int) Duration.between(from, at).toMinutes();
        }

        private static Terms terms(Office office, int budget) {
            return new Terms(office.calendar(), Duration.ofMinutes(budget));
        }

        @Override
        public String toString() {
            return from + " " + story;
        }
    }
}
