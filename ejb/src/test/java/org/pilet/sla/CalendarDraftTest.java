package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.platform.InvalidInput;

class CalendarDraftTest {

    @Test
    void a_year_is_told_day_by_day() {
        CalendarDraft draft = new CalendarDraft(
                "Nights",
                "Europe/Tallinn",
                Map.of(DayOfWeek.SUNDAY, Window.list("sunday", "0-6, 22-24")),
                List.of(new CalendarDraft.HolidayOn(LocalDate.of(2000, 12, 27), true, "Rest")),
                List.of(new CalendarDraft.ExceptionOn(
                        LocalDate.of(2026, 11, 21), "Open", Window.list("open", "10:00-14:00"))));
        List<CalendarDay> year = draft.days(ZoneOffset.UTC, 2026);
        assertThat(year).hasSize(365);
        assertThat(on(year, "2026-03-29").openTime()).as("an hour is left out").isEqualTo(Duration.ofHours(7));
        assertThat(on(year, "2026-10-25").openTime()).as("an hour comes twice").isEqualTo(Duration.ofHours(9));
        assertThat(on(year, "2026-12-27"))
                .isEqualTo(new CalendarDay(
                        LocalDate.of(2026, 12, 27), CalendarDay.Kind.HOLIDAY, List.of(), Duration.ZERO, "Rest"));
        assertThat(on(year, "2026-11-21").kind()).isEqualTo(CalendarDay.Kind.EXCEPTION);
        assertThat(on(year, "2026-11-21").openTime()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void windows_are_read_as_they_are_written() {
        assertThat(Window.text(Window.list("hours", "9-12 ,13:00 – 17:30; 22-24")))
                .isEqualTo("09:00-12:00, 13:00-17:30, 22:00-24:00");
        assertThat(Window.list("hours", " - ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "12:00-09:00", "25-26", "9:75-10"})
    void what_is_no_window_is_refused(String typed) {
        assertThatThrownBy(() -> Window.list("monday", typed))
                .isInstanceOfSatisfying(
                        InvalidInput.class, no -> assertThat(no.field()).isEqualTo("monday"));
    }

    private static CalendarDay on(List<CalendarDay> year, String date) {
        return year.stream()
                .filter(day -> day.date().toString().equals(date))
                .findFirst()
                .orElseThrow();
    }
}
