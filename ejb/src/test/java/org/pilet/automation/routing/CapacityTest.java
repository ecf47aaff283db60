package org.pilet.automation.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    /** Open a third of all time. */
    private static final Capacity.Hours HOURS =
            (calendar, from, to) -> Duration.between(from, to).dividedBy(3);

    @Test
    void work_that_waits_and_work_to_come_need_time() {
        assertThat(Capacity.needed(10, 20, 30)).isEqualTo(15);
        assertThat(Capacity.needed(0, 0, 30)).isZero();
    }

    @Test
    void people_have_their_open_hours_but_for_absences_and_are_shared_among_teams() {
        Capacity.Member there = new Capacity.Member(1, 1, List.of());
        Capacity.Member shared = new Capacity.Member(1, 2, List.of());
        Capacity.Member away = new Capacity.Member(1, 1, List.of(gap("2026-11-20", "2026-11-26")));
        Capacity.Member gone = new Capacity.Member(1, 1, List.of(new Capacity.Gap(NOW, null)));
        Capacity.Member later = new Capacity.Member(1, 1, List.of(gap("2026-12-20", "2026-12-24")));
        assertThat(Capacity.available(List.of(there), NOW, HOURS)).isEqualTo(56);
        assertThat(Capacity.available(List.of(shared), NOW, HOURS)).isEqualTo(28);
        assertThat(Capacity.available(List.of(away), NOW, HOURS)).isEqualTo(32);
        assertThat(Capacity.available(List.of(gone), NOW, HOURS)).isZero();
        assertThat(Capacity.available(List.of(later), NOW, HOURS)).isEqualTo(56);
        assertThat(Capacity.available(List.of(there, shared, away, gone), NOW, HOURS))
                .isEqualTo(116);
    }

    private static Capacity.Gap gap(String from, String until) {
        return new Capacity.Gap(Instant.parse(from + "T00:00:00Z"), Instant.parse(until + "T00:00:00Z"));
    }
}
