package org.pilet.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");

    @Test
    void a_day_is_23_hours_long_when_summer_time_begins_and_25_when_it_ends() {
        assertThat(length(LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(23));
        assertThat(length(LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void a_day_whose_midnight_does_not_exist_begins_when_its_first_hour_does() {
        Period day = Period.whole(LocalDate.of(2018, 11, 4), ZoneId.of("America/Sao_Paulo"));
        assertThat(day.start()).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
        assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void days_follow_each_other_without_gap_or_overlap() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < 365; i++) {
            assertThat(Period.whole(day.plusDays(i), TALLINN).end())
                    .isEqualTo(Period.whole(day.plusDays(i + 1), TALLINN).start());
        }
    }

    @Test
    void today_is_as_long_as_it_has_come() {
        Period today = Period.live(Instant.parse("2026-03-03T22:30:00Z"), TALLINN);
        assertThat(today.day()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(Duration.between(today.start(), today.end())).isEqualTo(Duration.ofMinutes(30));
    }

    private static Duration length(LocalDate day) {
        Period period = Period.whole(day, TALLINN);
        return Duration.between(period.start(), period.end());
    }
}
