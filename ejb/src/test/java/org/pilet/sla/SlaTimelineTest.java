package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlaTimelineTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Tallinn");
    private static final BusinessCalendar OFFICE = office();

    private final SlaTimeline eightHours = SlaTimeline.begin(at("16T09:00"), hours(8), "NEW");

    @Test
    void aPauseOverTheWeekendCostsNothing() {
        SlaTimeline clock = SlaTimeline.begin(at("20T16:00"), hours(2), "NEW")
                .enter(at("20T17:30"), Phase.PAUSED, "PENDING")
                .enter(at("23T08:30"), Phase.RUNNING, "OPEN");
        assertThat(clock.due()).contains(at("23T10:00"));
    }

    @Test
    void aPauseCostsTheOpenTimeThatItCovers() {
        SlaTimeline clock =
                eightHours.enter(at("16T15:00"), Phase.PAUSED, "PENDING").enter(at("17T10:00"), Phase.RUNNING, "OPEN");
        assertThat(clock.due()).contains(at("17T12:00"));
    }

    @Test
    void whilePausedThereIsTimeLeftButNoDueTime() {
        SlaTimeline clock = eightHours.enter(at("16T15:00"), Phase.PAUSED, "PENDING");
        assertThat(clock.due()).isEmpty();
        assertThat(clock.remaining(at("19T12:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(clock.state(at("30T12:00"))).isEqualTo(ClockState.PAUSED);
    }

    @Test
    void doneAtTheDueTimeIsInTimeAndAMicrosecondLaterIsNot() {
        Instant due = at("16T17:00");
        assertThat(eightHours.enter(due, Phase.STOPPED, "RESOLVED").state(at("30T12:00")))
                .isEqualTo(ClockState.MET);
        SlaTimeline late = eightHours.enter(due.plusNanos(1000), Phase.STOPPED, "RESOLVED");
        assertThat(late.state(at("30T12:00"))).isEqualTo(ClockState.BREACHED);
        assertThat(late.breachedBy(at("30T12:00"))).contains(due);
    }

    @Test
    void aReopenedTicketGoesOnWithWhatWasLeft() {
        SlaTimeline clock = eightHours
                .enter(at("16T14:00"), Phase.STOPPED, "RESOLVED")
                .enter(at("19T09:00"), Phase.RUNNING, "OPEN");
        assertThat(clock.state(at("19T09:00"))).isEqualTo(ClockState.RUNNING);
        assertThat(clock.due()).contains(at("19T12:00"));
    }

    @Test
    void doneWorkShowsByWhenItWouldHaveHadToBeDone() {
        assertThat(eightHours.enter(at("16T14:00"), Phase.STOPPED, "RESOLVED").due())
                .contains(at("16T17:00"));
        assertThat(eightHours
                        .enter(at("16T14:00"), Phase.PAUSED, "PENDING")
                        .enter(at("17T11:00"), Phase.STOPPED, "RESOLVED")
                        .due())
                .contains(at("17T14:00"));
    }

    @Test
    void otherTermsAreMeasuredFromTheOriginalStartLessThePauses() {
        SlaTimeline clock = eightHours
                .enter(at("16T10:00"), Phase.PAUSED, "PENDING")
                .enter(at("16T12:00"), Phase.RUNNING, "OPEN")
                .agree(at("16T13:00"), hours(4));
        assertThat(clock.due()).contains(at("16T15:00"));
    }

    @Test
    void tighterTermsBreachWhenTheyAreAgreedAndNeverBefore() {
        SlaTimeline clock = eightHours.agree(at("16T15:00"), hours(2));
        assertThat(clock.due()).contains(at("16T11:00"));
        assertThat(clock.breachedBy(at("16T15:30"))).contains(at("16T15:00"));
    }

    @Test
    void relaxedTermsDoNotUndoABreach() {
        SlaTimeline clock = eightHours.agree(at("17T09:00"), hours(80));
        assertThat(clock.state(at("17T09:00"))).isEqualTo(ClockState.BREACHED);
        assertThat(clock.breachedBy(at("17T09:00"))).contains(at("16T17:00"));
    }

    @Test
    void relaxedTermsBeforeTheBreachMoveTheDueTime() {
        SlaTimeline clock = eightHours.agree(at("16T16:00"), hours(10));
        assertThat(clock.due()).contains(at("17T11:00"));
        assertThat(clock.state(at("17T10:00"))).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void aVoidClockOwesNothing() {
        SlaTimeline clock = eightHours.enter(at("16T10:00"), Phase.VOID, "SPAM");
        assertThat(clock.due()).isEmpty();
        assertThat(clock.state(at("30T10:00"))).isEqualTo(ClockState.VOID);
    }

    @Test
    void aClockThatIsPausedAtItsLastMomentIsNotLateYet() {
        SlaTimeline clock = eightHours.enter(at("16T17:00"), Phase.PAUSED, "PENDING");
        assertThat(clock.state(at("18T10:00"))).isEqualTo(ClockState.PAUSED);
        SlaTimeline resumed = clock.enter(at("18T10:00"), Phase.RUNNING, "OPEN");
        assertThat(resumed.due()).contains(at("18T10:00"));
    }

    @Test
    void aChangeDatedBeforeTheLastOneCountsFromTheLastOne() {
        SlaTimeline clock =
                eightHours.enter(at("16T12:00"), Phase.PAUSED, "PENDING").enter(at("16T11:00"), Phase.RUNNING, "OPEN");
        assertThat(clock.due()).contains(at("16T17:00"));
    }

    @Test
    void theExplanationNamesEachPieceAndSumsToTheBudget() {
        SlaTimeline clock = SlaTimeline.begin(at("16T16:00"), hours(4), "NEW")
                .enter(at("17T10:00"), Phase.PAUSED, "PENDING")
                .enter(at("17T11:00"), Phase.RUNNING, "OPEN");
        List<ExplainedInterval> pieces = clock.explain(clock.due().orElseThrow());
        assertThat(pieces)
                .containsExactly(
                        piece("16T16:00", "16T17:00", ExplainedInterval.Kind.COUNTED, ""),
                        piece("16T17:00", "17T09:00", ExplainedInterval.Kind.CLOSED, ""),
                        piece("17T09:00", "17T10:00", ExplainedInterval.Kind.COUNTED, ""),
                        piece("17T10:00", "17T11:00", ExplainedInterval.Kind.PAUSED, "PENDING"),
                        piece("17T11:00", "17T13:00", ExplainedInterval.Kind.COUNTED, ""));
    }

    private static ExplainedInterval piece(String from, String to, ExplainedInterval.Kind kind, String why) {
        Duration open = OFFICE.measure(at(from), at(to));
        return new ExplainedInterval(at(from), at(to), kind, why, open);
    }

    private static Terms hours(int hours) {
        return new Terms(OFFICE, Duration.ofHours(hours));
    }

    /** November 2026: the 16th is a Monday. */
    private static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-11-" + dayAndTime).atZone(ZONE).toInstant();
    }

    private static BusinessCalendar office() {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(Window.of("09:00", "17:00")));
        }
        return new BusinessCalendar(ZONE, week, Set.of(), Set.of(), Map.of());
    }
}
