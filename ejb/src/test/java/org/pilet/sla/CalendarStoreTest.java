package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.sla.CalendarDraft.ExceptionOn;
import org.pilet.sla.CalendarDraft.HolidayOn;

@ExtendWith(PostgresExtension.class)
class CalendarStoreTest {

    private final CalendarStore store;
    private final PolicyStore policies;

    CalendarStoreTest(Sql sql) {
        store = new CalendarStore(sql);
        policies = new PolicyStore(sql);
    }

    @Test
    void keepsACalendarAsItWasGiven() {
        CalendarDraft draft = draft("As given");
        long id = store.add(draft);
        assertThat(find(id).content()).isEqualTo(draft);
        assertThat(find(id).version()).isZero();
    }

    @Test
    void replacesAllOfItOnce() {
        long id = store.add(draft("Before"));
        CalendarDraft after = new CalendarDraft(
                "After", null, Map.of(DayOfWeek.SUNDAY, List.of(Window.ALL_DAY)), List.of(), List.of());
        assertThat(store.replace(id, 0, after)).isTrue();
        assertThat(store.replace(id, 0, draft("Too late"))).isFalse();
        assertThat(find(id)).isEqualTo(new CalendarView(id, 1, after));
    }

    @Test
    void everyChangeDrawsANewRevision() {
        long before = policies.revision();
        store.add(draft("Revised"));
        assertThat(policies.revision()).isGreaterThan(before);
    }

    @Test
    void shipsOfficeHoursInTheZoneOfTheHouseAndARoundTheClockCalendar() {
        BusinessCalendar office = find(1).content().calendar(ZoneId.of("Asia/Tehran"));
        Instant monday = Instant.parse("2026-11-23T00:00:00Z");
        assertThat(office.nextOpening(monday)).isEqualTo(Instant.parse("2026-11-23T05:30:00Z"));
        assertThat(office.measure(monday, monday.plus(Duration.ofDays(7)))).isEqualTo(Duration.ofHours(40));
        assertThat(find(2).content().calendar(ZoneId.of("UTC")).measure(monday, monday.plus(Duration.ofDays(7))))
                .isEqualTo(Duration.ofDays(7));
    }

    private CalendarView find(long id) {
        return store.all().stream()
                .filter(calendar -> calendar.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static CalendarDraft draft(String name) {
        return new CalendarDraft(
                name,
                "Europe/Tallinn",
                Map.of(
                        DayOfWeek.MONDAY, List.of(Window.of("09:00", "12:00"), Window.of("13:00", "17:30")),
                        DayOfWeek.SATURDAY, List.of(Window.of("20:00", "00:00"))),
                List.of(
                        new HolidayOn(LocalDate.parse("2026-12-24"), true, "Christmas Eve"),
                        new HolidayOn(LocalDate.parse("2027-03-26"), false, "Good Friday")),
                List.of(
                        new ExceptionOn(
                                LocalDate.parse("2026-12-05"), "Open Saturday", List.of(Window.of("10:00", "14:00"))),
                        new ExceptionOn(LocalDate.parse("2026-12-07"), "Inventory", List.of())));
    }
}
