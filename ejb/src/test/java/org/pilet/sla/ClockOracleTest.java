package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whole tickets, posted as what-if histories, against an oracle that walks through them minute by minute: random
 * calendars in zones with daylight saving, targets of every kind, pauses, reopenings, other priorities, spam and back,
 * answers, owners, teams. 100,000 histories; {@code -Dpilet.sla.histories=1000000} for more.
 */
class ClockOracleTest {

    private static final int HISTORIES = Integer.getInteger("pilet.sla.histories", 100_000);
    private static final int PER_CALENDAR = 100;

    @Property(tries = 1)
    void everyMetricDoesWhatTheMinutesSay(@ForAll("seeds") long seed) {
        IntStream.range(0, HISTORIES / PER_CALENDAR).parallel().forEach(calendar -> {
            Random random = new Random(seed + calendar);
            OracleOffice office = OracleOffice.random(random);
            for (int i = 0; i < PER_CALENDAR; i++) {
                new OracleStory(random, office).compare();
            }
        });
    }

    /** Pauses are additive: each costs the open time that it covers and nothing else (features B1.8). */
    @Property(tries = 2000)
    void pausesAreAdditive(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        CalendarSketch sketch = CalendarSketch.random(random);
        BusinessCalendar calendar = sketch.calendar();
        Instant start = sketch.from().plusSeconds(random.nextInt(5 * 24 * 60 * 60));
        Duration budget = Duration.ofSeconds(1 + random.nextInt(40 * 60 * 60));
        SlaTimeline clock = SlaTimeline.begin(start, new Terms(calendar, budget), "NEW");
        Duration whole = budget;
        Instant at = start;
        for (int i = random.nextInt(6); i > 0; i--) {
            Instant from = at.plusSeconds(1 + random.nextInt(30 * 60 * 60));
            Instant to = from.plusSeconds(1 + random.nextInt(60 * 60 * 60));
            if (!from.isBefore(calendar.add(start, whole))) {
                break;
            }
            whole = whole.plus(calendar.measure(from, to));
            clock = clock.enter(from, Phase.PAUSED, "PENDING").enter(to, Phase.RUNNING, "OPEN");
            at = to;
        }
        assertThat(clock.due()).contains(calendar.add(start, whole));
    }

    /** A longer promise is never due earlier, whatever kind of time it is counted in. */
    @Property(tries = 2000)
    void theDueTimeGrowsWithTheTarget(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        CalendarSketch sketch = CalendarSketch.random(random);
        BusinessCalendar calendar = sketch.calendar();
        Instant start = sketch.from().plusSeconds(random.nextInt(20 * 24 * 60 * 60));
        Instant before = start;
        for (int days = 0; days < 8; days++) {
            Terms terms = Budget.workingDays(days).terms(calendar, start);
            Instant due = SlaTimeline.begin(start, terms, "NEW").due().orElseThrow();
            assertThat(due).isEqualTo(calendar.endOfWorkingDay(start, days)).isAfterOrEqualTo(before);
            before = due;
        }
    }

    /** Cases as the property plays them, over a few calendars, for who measures how long one takes. */
    static List<WhatIfCase> cases(int calendars, int each) {
        List<WhatIfCase> cases = new ArrayList<>();
        for (int calendar = 0; calendar < calendars; calendar++) {
            Random random = new Random(calendar);
            OracleOffice office = OracleOffice.random(random);
            for (int i = 0; i < each; i++) {
                cases.add(new OracleStory(random, office).asked(OracleStory.MINUTES - 1));
            }
        }
        return cases;
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }
}
