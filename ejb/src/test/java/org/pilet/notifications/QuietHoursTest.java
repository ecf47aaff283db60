package org.pilet.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");
    private static final QuietHours NIGHT = QuietHours.of("22:00-07:00").orElseThrow();

    @Test
    void hold_across_midnight_in_the_persons_own_zone() {
        assertThat(NIGHT.holds(Instant.parse("2026-11-02T20:00:00Z"), TALLINN)).isTrue();
        assertThat(NIGHT.holds(Instant.parse("2026-11-03T04:59:59Z"), TALLINN)).isTrue();
        assertThat(NIGHT.holds(Instant.parse("2026-11-03T05:00:00Z"), TALLINN)).isFalse();
        assertThat(NIGHT.holds(Instant.parse("2026-11-02T19:59:59Z"), TALLINN)).isFalse();
    }

    @Test
    void what_comes_in_them_waits_for_their_end() {
        assertThat(NIGHT.after(Instant.parse("2026-11-02T20:30:00Z"), TALLINN))
                .isEqualTo(Instant.parse("2026-11-03T05:00:00Z"));
        assertThat(NIGHT.after(Instant.parse("2026-11-03T04:30:00Z"), TALLINN))
                .isEqualTo(Instant.parse("2026-11-03T05:00:00Z"));
        Instant noon = Instant.parse("2026-11-03T12:00:00Z");
        assertThat(NIGHT.after(noon, TALLINN)).isEqualTo(noon);
        assertThat(QuietHours.of("12:00-13:00").orElseThrow().after(Instant.parse("2026-11-03T10:30:00Z"), TALLINN))
                .isEqualTo(Instant.parse("2026-11-03T11:00:00Z"));
    }

    @Test
    void nonsense_is_no_quiet() {
        for (String kept : new String[] {null, "", "22:00", "25:00-26:00", "07:00-07:00", "null-null"}) {
            assertThat(QuietHours.of(kept)).as(kept).isEmpty();
        }
        assertThat(NIGHT.kept()).isEqualTo("22:00-07:00");
    }
}
