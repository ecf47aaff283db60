package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pilet.platform.InvalidInput;

class BusinessCalendarTest {

    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");

    @Test
    void aFridayAfternoonRunsOnOnMonday() {
        BusinessCalendar office = weekdays(TALLINN, Window.of("09:00", "17:00"));
        assertThat(office.add(tallinn("2026-11-20T16:00"), Duration.ofHours(2))).isEqualTo(tallinn("2026-11-23T10:00"));
    }

    @Test
    void aBudgetThatEndsAtClosingTimeIsDueAtClosingTime() {
        BusinessCalendar office = weekdays(TALLINN, Window.of("09:00", "17:00"));
        assertThat(office.add(tallinn("2026-11-19T09:00"), Duration.ofHours(8))).isEqualTo(tallinn("2026-11-19T17:00"));
    }

    @Test
    void aLunchBreakDoesNotCount() {
        BusinessCalendar office = weekdays(TALLINN, Window.of("09:00", "12:00"), Window.of("13:00", "17:00"));
        assertThat(office.add(tallinn("2026-11-19T11:30"), Duration.ofHours(1))).isEqualTo(tallinn("2026-11-19T13:30"));
        assertThat(office.measure(tallinn("2026-11-19T00:00"), tallinn("2026-11-20T00:00")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void microsecondsAreKept() {
        BusinessCalendar office = weekdays(TALLINN, Window.of("09:00", "17:00"));
        Instant start = tallinn("2026-11-19T16:59").plusNanos(123_456_000);
        assertThat(office.add(start, Duration.ofMinutes(1)))
                .isEqualTo(tallinn("2026-11-20T09:00").plusNanos(123_456_000));
    }

    @Test
    void holidaysCloseTheirDayAndExceptionsReplaceAnyDaysHours() {
        Map<DayOfWeek, List<Window>> week = week(Window.of("09:00", "17:00"));
        BusinessCalendar office = new BusinessCalendar(
                TALLINN,
                week,
                Set.of(LocalDate.parse("2026-12-28")),
                Set.of(MonthDay.of(12, 24), MonthDay.of(12, 25)),
                Map.of(
                        LocalDate.parse("2026-12-24"), List.of(Window.of("09:00", "12:00")),
                        LocalDate.parse("2026-12-26"), List.of(Window.of("10:00", "14:00"))));
        assertThat(office.measure(tallinn("2026-12-23T00:00"), tallinn("2026-12-24T00:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(office.measure(tallinn("2026-12-24T00:00"), tallinn("2026-12-29T00:00")))
                .isEqualTo(Duration.ofHours(3 + 4));
        assertThat(office.measure(tallinn("2027-12-24T00:00"), tallinn("2027-12-25T00:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aTwentyNinthOfFebruaryIsKeptInLeapYearsOnly() {
        BusinessCalendar office = new BusinessCalendar(
                TALLINN, week(Window.of("09:00", "17:00")), Set.of(), Set.of(MonthDay.of(2, 29)), Map.of());
        assertThat(office.nextOpening(tallinn("2028-02-29T08:00"))).isEqualTo(tallinn("2028-03-01T09:00"));
        assertThat(office.nextOpening(tallinn("2027-03-01T08:00"))).isEqualTo(tallinn("2027-03-01T09:00"));
    }

    @Test
    void anHourThatDaylightSavingLeavesOutDoesNotCountAndOneItRepeatsCountsTwice() {
        BusinessCalendar nights = everyDay(TALLINN, Window.of("00:00", "08:00"));
        assertThat(nights.measure(tallinn("2026-03-29T00:00"), tallinn("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.measure(tallinn("2026-10-25T00:00"), tallinn("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(9));
        assertThat(nights.add(tallinn("2026-10-25T00:00"), Duration.ofHours(8))).isEqualTo(tallinn("2026-10-25T07:00"));
    }

    @Test
    void aWindowInsideTheRepeatedHourOpensTwice() {
        BusinessCalendar odd = everyDay(TALLINN, Window.of("03:15", "03:45"));
        assertThat(odd.openings(tallinn("2026-10-25T00:00"), tallinn("2026-10-26T00:00")))
                .hasSize(2);
        assertThat(odd.measure(tallinn("2026-03-29T00:00"), tallinn("2026-03-30T00:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aDayThatAZoneSkippedIsNotOpen() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BusinessCalendar office = everyDay(apia, Window.of("09:00", "17:00"));
        Instant thursday = LocalDateTime.parse("2011-12-29T00:00").atZone(apia).toInstant();
        Instant saturday = LocalDateTime.parse("2012-01-01T00:00").atZone(apia).toInstant();
        assertThat(office.measure(thursday, saturday)).isEqualTo(Duration.ofHours(16));
    }

    @Test
    void roundTheClockIsPlainTime() {
        Instant start = tallinn("2026-03-28T22:00");
        assertThat(BusinessCalendar.roundTheClock().add(start, Duration.ofDays(1000)))
                .isEqualTo(start.plus(Duration.ofDays(1000)));
    }

    @Test
    void anInstantInsideAnOpeningIsItsOwnNextOpening() {
        BusinessCalendar office = weekdays(TALLINN, Window.of("09:00", "17:00"));
        assertThat(office.nextOpening(tallinn("2026-11-19T10:00"))).isEqualTo(tallinn("2026-11-19T10:00"));
        assertThat(office.nextOpening(tallinn("2026-11-20T17:00"))).isEqualTo(tallinn("2026-11-23T09:00"));
    }

    @Test
    void aCalendarThatNeverOpensIsRefused() {
        BusinessCalendar never = new BusinessCalendar(TALLINN, Map.of(), Set.of(), Set.of(), Map.of());
        assertThatThrownBy(() -> never.nextOpening(tallinn("2026-11-19T10:00"))).isInstanceOf(CalendarNeverOpens.class);
    }

    @Test
    void anOpeningIn399DaysIsFarButOneIn401DaysIsAMistake() {
        LocalDate day = LocalDate.parse("2027-12-24");
        BusinessCalendar once = new BusinessCalendar(
                TALLINN, Map.of(), Set.of(), Set.of(), Map.of(day, List.of(Window.of("00:00", "01:00"))));
        Instant opening = tallinn("2027-12-24T00:00");
        assertThat(once.nextOpening(opening.minus(Duration.ofDays(399)))).isEqualTo(opening);
        assertThatThrownBy(() -> once.nextOpening(opening.minus(Duration.ofDays(401))))
                .isInstanceOf(CalendarNeverOpens.class);
    }

    @Test
    void windowsThatTouchOrOverlapAreOneOpening() {
        BusinessCalendar office = everyDay(
                TALLINN, Window.of("13:00", "17:00"), Window.of("09:00", "13:00"), Window.of("12:00", "14:00"));
        assertThat(office.openings(tallinn("2026-11-19T00:00"), tallinn("2026-11-20T00:00")))
                .containsExactly(
                        new BusinessCalendar.Interval(tallinn("2026-11-19T09:00"), tallinn("2026-11-19T17:00")));
    }

    @Test
    void aWindowMustOpenBeforeItCloses() {
        assertThatThrownBy(() -> Window.of("17:00", "09:00")).isInstanceOf(InvalidInput.class);
    }

    private static Instant tallinn(String local) {
        return LocalDateTime.parse(local).atZone(TALLINN).toInstant();
    }

    private static BusinessCalendar weekdays(ZoneId zone, Window... windows) {
        return new BusinessCalendar(zone, week(windows), Set.of(), Set.of(), Map.of());
    }

    private static BusinessCalendar everyDay(ZoneId zone, Window... windows) {
        Map<DayOfWeek, List<Window>> week = week(windows);
        week.put(DayOfWeek.SATURDAY, List.of(windows));
        week.put(DayOfWeek.SUNDAY, List.of(windows));
        return new BusinessCalendar(zone, week, Set.of(), Set.of(), Map.of());
    }

    private static Map<DayOfWeek, List<Window>> week(Window... windows) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(windows));
        }
        return week;
    }
}
