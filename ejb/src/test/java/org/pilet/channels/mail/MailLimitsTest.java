package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pilet.platform.InvalidInput;

class MailLimitsTest {

    @Test
    void the_ends_of_the_ranges_hold() {
        assertThat(new MailLimits(0, 1, 0, 0, 1, "fa").automaticHourly()).isZero();
        assertThat(new MailLimits(20, 1_000, 100_000, 60, 90, "et").domainMinute())
                .isEqualTo(100_000);
    }

    @ParameterizedTest
    @CsvSource({
        "21, 10, 300, 5, 3, en",
        "-1, 10, 300, 5, 3, en",
        "3, 0, 300, 5, 3, en",
        "3, 10, -1, 5, 3, en",
        "3, 10, 300, 61, 3, en",
        "3, 10, 300, 5, 0, en",
        "3, 10, 300, 5, 91, en",
        "3, 10, 300, 5, 3, tlh",
        "3, 10, 300, 5, 3,"
    })
    void what_would_start_a_storm_or_stop_all_mail_is_refused(
            int automatic, int reopenings, int domain, int hold, int days, String language) {
        assertThatThrownBy(() -> new MailLimits(automatic, reopenings, domain, hold, days, language))
                .isInstanceOf(InvalidInput.class);
    }

    /** The settings hold within the ranges that the record allows, whatever stands in the table. */
    @ParameterizedTest
    @CsvSource({
        "automaticHourly, 999, 20",
        "automaticHourly, -7, 0",
        "reopeningsHourly, 0, 1",
        "reopeningsHourly, 5000, 1000",
        "domainMinute, 4000000000, 100000",
        "domainMinute, -1, 0",
        "holdSeconds, 61, 60",
        "holdSeconds, -1, 0",
        "reconciliationDays, 0, 1",
        "reconciliationDays, 365, 90",
        "reconciliationDays, soon, 3",
        "automaticHourly, '', 3",
        "language, tlh, en",
        "language, fa, fa"
    })
    void what_stands_out_of_range_does_not_hold(String field, String stored, String holds) {
        assertThat(String.valueOf(MailRules.SETTINGS.get(field).parser().apply(stored)))
                .isEqualTo(holds);
    }
}
