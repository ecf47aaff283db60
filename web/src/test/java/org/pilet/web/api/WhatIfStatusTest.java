package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.web.api.WhatIfPosts.OFFICE;
import static org.pilet.web.api.WhatIfPosts.assertSums;
import static org.pilet.web.api.WhatIfPosts.at;
import static org.pilet.web.api.WhatIfPosts.clock;
import static org.pilet.web.api.WhatIfPosts.event;
import static org.pilet.web.api.WhatIfPosts.play;
import static org.pilet.web.api.WhatIfPosts.quoted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.sla.ExplainedInterval;
import org.pilet.sla.ExplainedInterval.Kind;
import org.pilet.sla.Metric;
import org.pilet.sla.WhatIfClock;
import org.pilet.sla.WhatIfClock.State;
import org.pilet.sla.WhatIfResult;

/**
 * Histories as callers post them: what pauses, ends and revives clocks, row by row of features B1. November 2026: the
 * 16th is a Monday.
 */
class WhatIfStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "ON_HOLD", "POSTPONED"})
    void b1_7_waiting_pauses_the_resolution_and_never_the_first_response(String status) {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h', 'resolution': '8h'}, 'asOf': "
                + quoted("16 16:00") + ", 'events': [" + event("created", "16 09:00") + "{'type': 'status', 'at': "
                + quoted("16 10:00") + ", 'status': '" + status + "'}]");
        assertThat(clock(result, Metric.FIRST_RESPONSE).dueAt()).isEqualTo(at("16 13:00"));
        assertThat(clock(result, Metric.FIRST_RESPONSE).state()).isEqualTo(State.BREACHED);
        WhatIfClock resolution = clock(result, Metric.RESOLUTION);
        assertThat(resolution.state()).isEqualTo(State.PAUSED);
        assertThat(resolution.dueAt()).isNull();
        assertThat(resolution.remainingSeconds()).isEqualTo(7 * 3600);
        assertThat(resolution.dueAtIfResumed()).isEqualTo(at("17 15:00"));
    }

    @Test
    void b1_7_an_answer_does_not_pause_unless_the_policy_says_so() {
        String events = "'events': [" + event("created", "16 09:00") + event("agent message", "16 10:00")
                + event("customer message", "16 12:00") + "]";
        assertThat(clock(play(OFFICE + "'targets': {'resolution': '8h'}, " + events), Metric.RESOLUTION)
                        .dueAt())
                .isEqualTo(at("16 17:00"));
        assertThat(clock(
                                play(OFFICE
                                        + "'targets': {'resolution': '8h'}, 'pauses': {'resolution': ['answered']}, "
                                        + events),
                                Metric.RESOLUTION)
                        .dueAt())
                .isEqualTo(at("17 11:00"));
    }

    @Test
    void b1_11_a_reopened_ticket_goes_on_or_begins_anew() {
        String events = "'events': [" + event("created", "16 09:00") + event("resolve", "16 12:00")
                + event("close", "16 15:00") + event("reopen", "18 10:00") + "]";
        WhatIfClock resumed = clock(play(OFFICE + "'targets': {'resolution': '8h'}, " + events), Metric.RESOLUTION);
        assertThat(resumed.cycle()).isEqualTo(1);
        assertThat(resumed.dueAt()).isEqualTo(at("18 15:00"));
        assertThat(resumed.explanation().stream().map(ExplainedInterval::kind)).contains(Kind.DONE);
        assertThat(resumed.explanation().stream().map(ExplainedInterval::kind)).doesNotContain(Kind.PAUSED);
        assertSums(resumed);

        WhatIfClock anew = clock(
                play(OFFICE + "'targets': {'resolution': '8h'}, 'reopenTargets': {'resolution': '2h'}, 'options':"
                        + " {'reopening': 'NEW_CYCLE'}, " + events),
                Metric.RESOLUTION);
        assertThat(anew.cycle()).isEqualTo(2);
        assertThat(anew.dueAt()).isEqualTo(at("18 12:00"));
        assertThat(anew.earlier()).extracting(WhatIfClock::state).containsExactly(State.MET);
    }

    @Test
    void b1_20_merged_and_spam_are_void_and_the_target_inherits_the_earliest_wait() {
        for (String end : List.of("spam", "merge", "delete")) {
            WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '1h', 'resolution': '2h'}, 'asOf': "
                    + quoted("17 12:00") + ", 'events': [" + event("created", "16 09:00")
                    + event("agent message", "16 09:30") + event(end, "16 10:00") + "]");
            assertThat(result.metrics()).extracting(WhatIfClock::state).containsOnly(State.VOID);
            assertThat(clock(result, Metric.RESOLUTION).dueAt()).isNull();
        }
        WhatIfClock target = clock(
                play(OFFICE + "'targets': {'firstResponse': '4h'}, 'events': [" + event("created", "16 14:00")
                        + "{'type': 'merge', 'at': " + quoted("16 15:00") + ", 'source': {'createdAt': "
                        + quoted("16 12:00") + "}}]"),
                Metric.FIRST_RESPONSE);
        assertThat(target.startedAt()).isEqualTo(at("16 12:00"));
        assertThat(target.dueAt()).isEqualTo(at("16 16:00"));
        WhatIfClock answered = clock(
                play(OFFICE + "'targets': {'firstResponse': '4h'}, 'events': [" + event("created", "16 14:00")
                        + "{'type': 'merge', 'at': " + quoted("16 15:00") + ", 'source': {'createdAt': "
                        + quoted("16 12:00") + ", 'answered': true}}]"),
                Metric.FIRST_RESPONSE);
        assertThat(answered.dueAt()).isEqualTo(at("17 10:00"));
    }

    @Test
    void closed_without_an_answer_owes_none_unless_it_was_late_already() {
        assertThat(ended(Metric.FIRST_RESPONSE, "'firstResponse': '2h'", event("close", "16 10:00")))
                .isEqualTo(State.VOID);
        assertThat(ended(Metric.FIRST_RESPONSE, "'firstResponse': '2h'", event("close", "16 12:00")))
                .isEqualTo(State.BREACHED);
    }

    @Test
    void met_at_the_very_due_time_and_missed_a_second_later() {
        assertThat(ended(Metric.RESOLUTION, "'resolution': '8h'", event("resolve", "16 17:00")))
                .isEqualTo(State.MET);
        assertThat(ended(Metric.RESOLUTION, "'resolution': '8h'", event("resolve", "16 17:00:01")))
                .isEqualTo(State.BREACHED);
    }

    /** How the clock of a ticket stands that was created at nine and then ended. */
    private static State ended(Metric metric, String promised, String end) {
        return clock(
                        play(OFFICE + "'targets': {" + promised + "}, 'events': [" + event("created", "16 09:00") + end
                                + "]"),
                        metric)
                .state();
    }

    @Test
    void what_is_paused_at_the_very_due_time_has_not_been_late_yet() {
        WhatIfClock clock = clock(
                play(OFFICE + "'targets': {'resolution': '4h'}, 'events': [" + event("created", "16 09:00")
                        + event("pause", "16 13:00") + event("resume", "16 15:00") + event("resolve", "16 15:00")
                        + "]"),
                Metric.RESOLUTION);
        assertThat(clock.state()).isEqualTo(State.MET);
    }
}
