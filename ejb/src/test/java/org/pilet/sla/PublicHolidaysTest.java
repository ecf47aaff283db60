package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.CalendarDraft.HolidayOn;

class PublicHolidaysTest {

    @Test
    void estoniaKeepsItsIndependenceDayAndGoodFriday() {
        List<HolidayOn> holidays = PublicHolidays.of("EE", null, 2026, 2027, Locale.ENGLISH);
        assertThat(holidays)
                .extracting(HolidayOn::day)
                .contains(LocalDate.parse("2026-02-24"), LocalDate.parse("2026-04-03"), LocalDate.parse("2027-03-26"))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(holidays).noneMatch(HolidayOn::yearly).allMatch(holiday -> !holiday.name()
                .isBlank());
    }

    @Test
    void aRegionKeepsMoreThanItsCountry() {
        assertThat(PublicHolidays.of("DE", "by", 2026, 2026, Locale.GERMAN))
                .hasSizeGreaterThan(
                        PublicHolidays.of("DE", null, 2026, 2026, Locale.GERMAN).size());
    }

    @Test
    void theCountriesOfOurLanguagesAreKnownByName() {
        assertThat(PublicHolidays.countries(Locale.ENGLISH))
                .containsEntry("EE", "Estonia")
                .containsKeys("HU", "RO", "DE", "GB", "US");
    }

    @Test
    void anUnknownCountryAndTooManyYearsAreRefused() {
        assertThatThrownBy(() -> PublicHolidays.of("XX", null, 2026, 2026, Locale.ENGLISH))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PublicHolidays.of("EE", null, 2026, 2046, Locale.ENGLISH))
                .isInstanceOf(InvalidInput.class);
    }
}
