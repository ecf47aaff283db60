package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The calendar against an oracle that looks at the wall clock second by second. */
class BusinessCalendarOracleTest {

    private static final int SECONDS = 3 * 24 * 60 * 60;

    @Property(tries = 60)
    void measuresAndAddsAsOneWhoWatchesTheWallClockDoes(@ForAll("cases") Case given) {
        CalendarSketch sketch = given.sketch();
        BusinessCalendar calendar = sketch.calendar();
        Random random = new Random(given.seed());
        Instant from = sketch.from().plusSeconds(random.nextInt(12 * 24 * 60 * 60));
        int checks = 20;
        int open = 0;
        for (int second = 0; second < SECONDS; second++) {
            Instant at = from.plusSeconds(second);
            if (random.nextInt(SECONDS / checks) == 0) {
                assertThat(calendar.measure(from, at)).isEqualTo(Duration.ofSeconds(open));
            }
            if (sketch.open(at)) {
                open++;
                if (random.nextInt(SECONDS / checks) == 0) {
                    assertThat(calendar.add(from, Duration.ofSeconds(open))).isEqualTo(at.plusSeconds(1));
                }
            }
        }
    }

    @Property(tries = 300)
    void addingAndMeasuringAreInverse(@ForAll("cases") Case given) {
        BusinessCalendar calendar = given.sketch().calendar();
        Random random = new Random(given.seed());
        Instant from = given.sketch().from().plus(random.nextInt(), ChronoUnit.MICROS);
        Duration budget = Duration.of(1 + (random.nextLong() >>> 20), ChronoUnit.MICROS);
        Instant due = calendar.add(from, budget);
        assertThat(calendar.measure(from, due)).isEqualTo(budget);
        assertThat(calendar.measure(from, due.minus(1, ChronoUnit.MICROS)))
                .isEqualTo(budget.minus(1, ChronoUnit.MICROS));
        assertThat(calendar.openings(from, due).stream()
                        .map(piece -> Duration.between(piece.from(), piece.to()))
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(budget);
    }

    @Property(tries = 300)
    void measuringInTwoPartsMeasuresTheWhole(@ForAll("cases") Case given) {
        BusinessCalendar calendar = given.sketch().calendar();
        Random random = new Random(given.seed());
        Instant from = given.sketch().from();
        Instant middle = from.plusSeconds(random.nextInt(1 << 28));
        Instant to = middle.plusSeconds(random.nextInt(1 << 28));
        assertThat(calendar.measure(from, middle).plus(calendar.measure(middle, to)))
                .isEqualTo(calendar.measure(from, to));
    }

    record Case(CalendarSketch sketch, long seed) {}

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(random -> new Case(CalendarSketch.random(random), random.nextLong()));
    }
}
