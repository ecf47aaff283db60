package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.web.api.WhatIfPosts.OFFICE;
import static org.pilet.web.api.WhatIfPosts.assertSums;
import static org.pilet.web.api.WhatIfPosts.at;
import static org.pilet.web.api.WhatIfPosts.clock;
import static org.pilet.web.api.WhatIfPosts.event;
import static org.pilet.web.api.WhatIfPosts.play;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pilet.sla.ExplainedInterval;
import org.pilet.sla.Metric;
import org.pilet.sla.WhatIfClock;
import org.pilet.sla.WhatIfClock.State;
import org.pilet.sla.WhatIfResult;

/**
 * Histories as callers post them: what counts as time, row by row of features B1. November 2026: the 16th is a Monday.
 */
class WhatIfCalendarTest {

    @Test
    void b1_3_holidays_once_and_yearly_and_the_saturday_that_is_open() {
        WhatIfResult result = play("'calendar': {'zone': 'Europe/Tallinn', 'hours': {'weekdays': ['09:00-12:00',"
                + " '13:00-17:00']}, 'holidays': ['2026-11-17', {'date': '11-18', 'name': 'Yearly'}],"
                + " 'exceptions': [{'date': '2026-11-21', 'hours': '10:00-14:00'}]}, 'targets': {'resolution': '21h'},"
                + " 'events': [" + event("created", "16 12:30") + "]");
        // 4 h on the 16th, 7 h each on the 19th and 20th, the last three on the Saturday
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("21 13:00"));
        assertThat(clock(result, Metric.RESOLUTION).explanation().stream().map(ExplainedInterval::why))
                .contains("2026-11-17, Yearly");
    }

    @ParameterizedTest
    @CsvSource({
        "16 10:00, 1, 17 17:00",
        "16 18:30, 1, 17 17:00",
        "20 16:00, 1, 23 17:00",
        "21 12:00, 1, 23 17:00",
        "16 10:00, 0, 16 17:00",
        "16 17:00, 0, 17 17:00",
        "16 10:00, 5, 23 17:00"
    })
    void b1_4_working_days_end_with_the_nth(String created, int days, String due) {
        WhatIfResult result = play(OFFICE + "'targets': {'resolution': {'workingDays': " + days + "}}, 'events': ["
                + event("created", created) + "]");
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at(due));
    }

    @Test
    void b1_4_a_pause_costs_a_target_in_days_the_open_time_that_it_covers() {
        String late =
                "'calendar': {'zone': 'Europe/Tallinn', 'hours': {'mon': '10:30-19:00', 'tue-fri': '08:30-19:00'}},";
        WhatIfResult result = play(late + "'targets': {'resolution': 'D+5'}, 'events': ["
                + event("created", "18 10:00")
                + event("pause", "18 11:00")
                + event("resume", "24 11:00")
                + event("pause", "25 07:00")
                + event("resume", "25 18:00")
                + "]");
        // the end of Wednesday the 25th, and then 40 h and 9 h 30 min of open time
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("2026-12-02 18:00"));
        assertSums(clock(result, Metric.RESOLUTION));
    }

    @Test
    void b1_8_a_pause_over_a_weekend_and_a_holiday_costs_open_time_only() {
        WhatIfResult result = play("'calendar': {'zone': 'Europe/Tallinn', 'hours': {'mon-fri': '09:00-17:00'},"
                + " 'holidays': ['2026-11-23']}, 'targets': {'resolution': '8h'}, 'events': ["
                + event("created", "20 15:00")
                + event("pause", "20 16:00")
                + event("resume", "24 10:00")
                + "]");
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("24 17:00"));
        assertSums(clock(result, Metric.RESOLUTION));
    }

    @Test
    void b1_22_the_explanation_sums_to_the_due_time_even_of_work_that_is_done() {
        WhatIfResult result = play(OFFICE + "'targets': {'resolution': '12h'}, 'events': ["
                + event("created", "20 15:00") + event("pause", "20 16:00") + event("resume", "23 10:00")
                + event("resolve", "23 12:00") + "]");
        WhatIfClock clock = clock(result, Metric.RESOLUTION);
        assertThat(clock.state()).isEqualTo(State.MET);
        assertSums(clock);
    }

    @Test
    void b1_23_daylight_saving_and_any_weekly_pattern() {
        WhatIfResult spring = play("'calendar': {'zone': 'Europe/Tallinn', 'hours': {'sun': '00:00-08:00'}}, 'targets':"
                + " {'resolution': '7h'}, 'events': [{'type': 'created', 'at': '2026-03-29T00:00'}]");
        assertThat(clock(spring, Metric.RESOLUTION).dueAt()).isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
        WhatIfResult night = play("'calendar': {'zone': 'Europe/Tallinn', 'hours': {'fri': '22:00-06:00'}}, 'targets':"
                + " {'resolution': '4h'}, 'events': [" + event("created", "16 09:00") + "]");
        assertThat(clock(night, Metric.RESOLUTION).dueAt()).isEqualTo(at("21 02:00"));
    }
}
