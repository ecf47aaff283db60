package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");

    @Test
    void comes_on_its_days_at_its_time_by_the_house_clock() {
        Timetable mondays = new Timetable(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0));
        assertThat(mondays.after(Instant.parse("2026-11-02T06:00:00Z"), TALLINN))
                .isEqualTo("2026-11-09T06:00:00Z");
        assertThat(mondays.after(Instant.parse("2026-11-02T05:59:59Z"), TALLINN))
                .isEqualTo("2026-11-02T06:00:00Z");
    }

    @Test
    void an_hour_that_the_spring_skips_comes_once_after_it() {
        Timetable daily = new Timetable(Set.of(), LocalTime.of(3, 30));
        assertThat(daily.after(Instant.parse("2026-03-28T12:00:00Z"), TALLINN)).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void an_hour_that_the_autumn_repeats_comes_once() {
        Timetable daily = new Timetable(Set.of(), LocalTime.of(3, 30));
        Instant first = daily.after(Instant.parse("2026-10-24T12:00:00Z"), TALLINN);
        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(daily.after(first, TALLINN)).isEqualTo("2026-10-26T01:30:00Z");
    }
}
