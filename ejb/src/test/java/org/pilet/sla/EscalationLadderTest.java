package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pilet.sla.EscalationLadder.Level;
import org.pilet.sla.EscalationLadder.Strike;

class EscalationLadderTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final EscalationLadder ladder = new EscalationLadder(List.of(
            new Level(150, Set.of(LadderAction.NOTIFY_LEAD)),
            new Level(75, Set.of(LadderAction.NOTIFY_OWNER)),
            new Level(100, Set.of(LadderAction.RAISE_PRIORITY))));
    private final SlaTimeline clock =
            SlaTimeline.begin(START, new Terms(BusinessCalendar.roundTheClock(), Duration.ofMinutes(100)), "NEW");

    @Test
    void theNextLevelIsTheLowestThatHasNotStruck() {
        assertThat(ladder.next(clock, Set.of())).contains(minute(75));
        assertThat(ladder.next(clock, rungs(75))).contains(minute(100));
        assertThat(ladder.next(clock, rungs(75, 100))).contains(minute(150));
        assertThat(ladder.next(clock, rungs(75, 100, 150))).isEmpty();
    }

    @Test
    void aLevelStrikesOnceTheClockIsPastIt() {
        assertThat(ladder.due(clock, Set.of(), minute(75))).isEmpty();
        assertThat(percents(ladder.due(clock, Set.of(), minute(75).plusNanos(1000))))
                .containsExactly(75);
    }

    @Test
    void levelsThatWereMissedStrikeInOrderDatedWhenTheyWereDue() {
        List<Strike> strikes = ladder.due(clock, Set.of(), minute(500));
        assertThat(percents(strikes)).containsExactly(75, 100, 150);
        assertThat(strikes.stream().map(Strike::at)).containsExactly(minute(75), minute(100), minute(150));
    }

    @Test
    void termsThatAreOverdrawnWhenAgreedBreachWithoutAWarning() {
        SlaTimeline tightened =
                clock.agree(minute(60), new Terms(BusinessCalendar.roundTheClock(), Duration.ofMinutes(30)));
        assertThat(percents(ladder.due(tightened, Set.of(), minute(61)))).containsExactly(100, 150);
        assertThat(ladder.due(tightened, Set.of(), minute(61)).get(0).at()).isEqualTo(minute(60));
    }

    @Test
    void thereIsNoWarningAfterTheBreach() {
        SlaTimeline relaxed =
                clock.agree(minute(110), new Terms(BusinessCalendar.roundTheClock(), Duration.ofMinutes(1000)));
        assertThat(percents(ladder.due(relaxed, rungs(75, 100), minute(1100)))).isEmpty();
        assertThat(percents(ladder.due(relaxed, rungs(100), minute(1600)))).containsExactly(150);
    }

    @Test
    void aPausedClockClimbsNoFurther() {
        assertThat(ladder.next(clock.enter(minute(80), Phase.PAUSED, "PENDING"), rungs(75)))
                .isEmpty();
    }

    @Test
    void workDoneExactlyAtALevelIsDoneBeforeItStrikes() {
        SlaTimeline done = clock.enter(minute(75), Phase.STOPPED, "RESOLVED");
        assertThat(ladder.due(done, Set.of(), minute(500))).isEmpty();
    }

    @Test
    void theBreachIsALevelEvenOfAnEmptyLadder() {
        assertThat(new EscalationLadder(List.of()).next(clock, Set.of())).contains(minute(100));
    }

    private static List<Integer> percents(List<Strike> strikes) {
        return strikes.stream().map(strike -> strike.level().percent()).toList();
    }

    private static Set<EscalationLadder.Rung> rungs(Integer... percents) {
        return Stream.of(percents)
                .map(percent -> new EscalationLadder.Rung(percent, Duration.ZERO))
                .collect(Collectors.toSet());
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
