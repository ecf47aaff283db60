package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.web.api.WhatIfPosts.OFFICE;
import static org.pilet.web.api.WhatIfPosts.assertSums;
import static org.pilet.web.api.WhatIfPosts.at;
import static org.pilet.web.api.WhatIfPosts.clock;
import static org.pilet.web.api.WhatIfPosts.event;
import static org.pilet.web.api.WhatIfPosts.play;
import static org.pilet.web.api.WhatIfPosts.quoted;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.sla.ExplainedInterval;
import org.pilet.sla.ExplainedInterval.Kind;
import org.pilet.sla.Metric;
import org.pilet.sla.WhatIfClock;
import org.pilet.sla.WhatIfClock.State;
import org.pilet.sla.WhatIfResult;

/** Histories as callers post them, row by row of features B1. November 2026: the 16th is a Monday. */
class WhatIfTest {

    @Test
    void b1_1_every_metric_has_its_own_clock() {
        WhatIfResult result = play(OFFICE
                + "'targets': {'timeToOwn': '30m', 'firstResponse': '1h', 'nextResponse': '2h', 'periodicUpdate': '4h',"
                + " 'pausableUpdate': '4h', 'requesterWait': '8h', 'agentWork': '8h', 'resolution': '16h',"
                + " 'totalResolution': '16h', 'teamResolution': '16h'}, 'events': ["
                + event("created", "16 09:00")
                + event("assigned", "16 09:10")
                + event("agent message", "16 09:20")
                + event("pause", "16 10:00")
                + event("customer message", "16 11:00")
                + event("resume", "16 12:00")
                + "]");
        assertThat(result.metrics()).hasSize(Metric.values().length);
        assertThat(clock(result, Metric.TIME_TO_OWN).completedAt()).isEqualTo(at("16 09:10"));
        assertThat(clock(result, Metric.FIRST_RESPONSE).state()).isEqualTo(State.MET);
        assertThat(clock(result, Metric.NEXT_RESPONSE).dueAt()).isEqualTo(at("16 13:00"));
        assertThat(clock(result, Metric.PERIODIC_UPDATE).dueAt()).isEqualTo(at("16 13:20"));
        assertThat(clock(result, Metric.PAUSABLE_UPDATE).dueAt()).isEqualTo(at("16 15:20"));
        // the requester waits from 09:00 to the answer at 09:20 and again from 12:00
        assertThat(clock(result, Metric.REQUESTER_WAIT).usedSeconds()).isEqualTo(20 * 60);
        assertThat(clock(result, Metric.AGENT_WORK).usedSeconds()).isEqualTo(20 * 60);
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("18 11:00"));
        assertThat(clock(result, Metric.TOTAL_RESOLUTION).dueAt()).isEqualTo(at("17 17:00"));
    }

    @Test
    void b1_2_an_update_is_owed_to_a_waiting_customer_or_regardless() {
        String targets = "'targets': {'firstResponse': '1h', 'nextResponse': '2h', 'periodicUpdate': '6h'}, ";
        WhatIfResult nobodyWrites = play(OFFICE + targets + "'asOf': " + quoted("16 17:00") + ", 'events': ["
                + event("created", "16 09:00") + event("agent message", "16 09:30") + "]");
        assertThat(clock(nobodyWrites, Metric.NEXT_RESPONSE).state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(clock(nobodyWrites, Metric.PERIODIC_UPDATE).dueAt()).isEqualTo(at("16 15:30"));
        assertThat(clock(nobodyWrites, Metric.PERIODIC_UPDATE).state()).isEqualTo(State.BREACHED);

        WhatIfResult customerWrites = play(OFFICE + targets + "'asOf': " + quoted("16 17:00") + ", 'events': ["
                + event("created", "16 09:00")
                + event("agent message", "16 09:30")
                + event("customer message", "16 10:00")
                + event("customer message", "16 11:00")
                + event("agent message", "16 12:30")
                + "]");
        WhatIfClock next = clock(customerWrites, Metric.NEXT_RESPONSE);
        assertThat(next.startedAt()).isEqualTo(at("16 10:00"));
        assertThat(next.dueAt()).isEqualTo(at("16 12:00"));
        assertThat(next.state()).isEqualTo(State.BREACHED);
        WhatIfClock update = clock(customerWrites, Metric.PERIODIC_UPDATE);
        assertThat(update.cycle()).isEqualTo(2);
        assertThat(update.dueAt()).isEqualTo(at("17 10:30"));
        assertThat(update.earlier()).extracting(WhatIfClock::state).containsExactly(State.MET);
    }

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
    void b1_5_and_b1_6_the_first_policy_that_fits_applies_and_says_why() {
        String policies = OFFICE + "'policies': ["
                + "{'name': 'Gold', 'conditions': {'organisation': 'Acme', 'tags': ['vip', 'gold']}, 'targets': {'resolution': '1h'}},"
                + "{'name': 'Portuguese', 'conditions': {'language': 'pt', 'channel': 'email'}, 'targets': {'resolution': '2h'}},"
                + "{'name': 'Faults', 'conditions': {'types': ['incident'], 'priorities': ['high', 'urgent'], 'queue': 'it'},"
                + " 'targets': {'resolution': '3h'}},"
                + "{'name': 'All', 'targets': {'resolution': '4h'}}], ";
        assertThat(chosen(policies, "'organisation': 'Acme', 'tags': ['gold']")).isEqualTo("Gold");
        assertThat(chosen(policies, "'organisation': 'Acme', 'language': 'pt-BR', 'channel': 'EMAIL'"))
                .isEqualTo("Portuguese");
        assertThat(chosen(policies, "'type': 'incident', 'priority': 'urgent', 'queue': 'it'"))
                .isEqualTo("Faults");
        assertThat(chosen(policies, "'type': 'question'")).isEqualTo("All");
        WhatIfResult result =
                play(policies + "'ticket': {'organisation': 'Acme'}, 'events': [" + event("created", "16 09:00") + "]");
        assertThat(result.policies())
                .extracting(verdict -> verdict.name() + ":" + verdict.unmet())
                .containsExactly("Gold:tags", "Portuguese:languages", "Faults:queues", "All:null");
    }

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
    void b1_9_another_priority_keeps_the_start_and_the_pauses() {
        WhatIfResult result = play(OFFICE + "'targets': {'resolution': {'low': '16h', 'high': '4h'}},"
                + " 'ticket': {'priority': 'low'}, 'events': ["
                + event("created", "16 09:00")
                + event("pause", "16 10:00")
                + event("resume", "16 12:00")
                + "{'type': 'priority change', 'at': " + quoted("16 13:00") + ", 'priority': 'high'}]");
        WhatIfClock clock = clock(result, Metric.RESOLUTION);
        assertThat(clock.dueAt()).isEqualTo(at("16 15:00"));
        assertThat(clock.steps().stream().filter(step -> step.kind().equals("RETARGETED")))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.dueBefore()).isEqualTo(at("18 11:00"));
                    assertThat(step.dueAfter()).isEqualTo(at("16 15:00"));
                });
    }

    @Test
    void b1_9_another_policy_may_bring_another_calendar() {
        WhatIfResult result = play(OFFICE + "'targets': {'resolution': '8h'}, 'events': ["
                + event("created", "20 16:00")
                + "{'type': 'policy change', 'at': " + quoted("20 16:30")
                + ", 'policy': {'calendar': '24x7', 'targets': {'resolution': '8h'}}}]");
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("21 00:00"));
    }

    @Test
    void b1_10_a_breach_stays_and_tightened_terms_breach_when_they_are_agreed() {
        String targets = OFFICE + "'targets': {'resolution': {'low': '16h', 'high': '2h'}}, ";
        WhatIfClock relaxed = clock(
                play(targets + "'ticket': {'priority': 'high'}, 'events': [" + event("created", "16 09:00")
                        + "{'type': 'priority', 'at': " + quoted("16 12:00") + ", 'priority': 'low'}]"),
                Metric.RESOLUTION);
        assertThat(relaxed.state()).isEqualTo(State.BREACHED);
        assertThat(relaxed.breachedAt()).isEqualTo(at("16 11:00"));
        assertThat(relaxed.dueAt()).isEqualTo(at("17 17:00"));

        WhatIfClock tightened = clock(
                play(targets + "'ticket': {'priority': 'low'}, 'asOf': " + quoted("16 12:01") + ", 'events': ["
                        + event("created", "16 09:00")
                        + "{'type': 'priority', 'at': " + quoted("16 12:00") + ", 'priority': 'high'}]"),
                Metric.RESOLUTION);
        assertThat(tightened.dueAt()).isEqualTo(at("16 11:00"));
        assertThat(tightened.breachedAt()).isEqualTo(at("16 12:00"));

        WhatIfClock overridden = clock(
                play(targets + "'ticket': {'priority': 'high'}, 'events': [" + event("created", "16 09:00")
                        + "{'type': 'override', 'at': " + quoted("16 12:00") + ", 'reason': 'Their fault'}]"),
                Metric.RESOLUTION);
        assertThat(overridden.state()).isEqualTo(State.BREACHED);
        assertThat(overridden.overrideReason()).isEqualTo("Their fault");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal note",
                "auto reply",
                "bot message",
                "public note",
                "agent message', 'automatic': true, 'x': '",
                "agent message', 'visibility': 'internal', 'x': '"
            })
    void b1_12_what_does_not_count_as_a_response(String type) {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h'}, 'events': ["
                + event("created", "16 09:00") + event(type, "16 10:00") + "]");
        assertThat(clock(result, Metric.FIRST_RESPONSE).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void b1_12_public_notes_count_where_the_policy_wants_it() {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h'}, 'options': {'countPublicNotes': true},"
                + " 'events': [" + event("created", "16 09:00") + event("public note", "16 10:00") + "]");
        assertThat(clock(result, Metric.FIRST_RESPONSE).completedAt()).isEqualTo(at("16 10:00"));
    }

    @Test
    void b1_13_what_an_agent_opens_owes_no_first_response_or_a_second_comment() {
        String events =
                "'events': [" + event("created by agent", "16 09:00") + event("agent message", "16 09:30") + "]";
        WhatIfClock none = clock(play(OFFICE + "'targets': {'firstResponse': '1h'}, " + events), Metric.FIRST_RESPONSE);
        assertThat(none.state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(none.why()).isEqualTo("CREATED_BY_AGENT");
        WhatIfClock second = clock(
                play(OFFICE + "'targets': {'firstResponse': '1h'}, 'options': {'agentTickets': 'SECOND_COMMENT'}, "
                        + events),
                Metric.FIRST_RESPONSE);
        assertThat(second.completedAt()).isEqualTo(at("16 09:30"));
    }

    @Test
    void b1_14_levels_before_and_after_the_due_time() {
        WhatIfResult result = play(OFFICE + "'targets': {'resolution': '4h'}, 'levels': [{'percent': 75}, {'offset':"
                + " '-30m'}, {'offset': '2h'}], 'events': [" + event("created", "16 15:00") + "]");
        assertThat(clock(result, Metric.RESOLUTION).levels())
                .extracting(WhatIfClock.PassedLevel::at)
                .containsExactly(at("17 10:00"), at("17 10:30"), at("17 11:00"), at("17 13:00"));
    }

    @Test
    void b1_16_what_teams_promise_each_other_begins_anew_with_each_team() {
        WhatIfResult result =
                play(OFFICE + "'targets': {'teamResolution': '4h', 'resolution': '16h'}, 'ticket': {'queue':"
                        + " 'first line'}, 'events': [" + event("created", "16 09:00")
                        + "{'type': 'queue change', 'at': " + quoted("16 11:00") + ", 'queue': 'first line'},"
                        + "{'type': 'team change', 'at': " + quoted("16 12:00") + ", 'team': 'second line'},"
                        + event("pause", "16 14:00") + event("resume", "16 15:00") + event("resolve", "16 16:00")
                        + event("reopen", "17 09:00") + "]");
        WhatIfClock clock = clock(result, Metric.TEAM_RESOLUTION);
        assertThat(clock.cycle()).isEqualTo(2);
        assertThat(clock.startedAt()).isEqualTo(at("16 12:00"));
        assertThat(clock.dueAt()).isEqualTo(at("17 10:00"));
        assertSums(clock);
        assertThat(clock.earlier()).singleElement().satisfies(first -> assertThat(first.why() + first.state())
                .isEqualTo("PASSED_ONMET"));
        assertThat(clock(result, Metric.RESOLUTION).startedAt()).isEqualTo(at("16 09:00"));
    }

    @Test
    void b1_17_a_due_time_set_by_hand_stays() {
        WhatIfResult result =
                play(OFFICE + "'targets': {'resolution': '4h'}, 'events': [" + event("created", "16 09:00")
                        + "{'type': 'set due', 'at': " + quoted("16 10:00") + ", 'dueAt': " + quoted("18 12:00") + "},"
                        + event("pause", "16 11:00") + event("resume", "17 11:00")
                        + "{'type': 'priority', 'at': " + quoted("17 12:00") + ", 'priority': 'urgent'}]");
        WhatIfClock clock = clock(result, Metric.RESOLUTION);
        assertThat(clock.dueAt()).isEqualTo(at("18 12:00"));
        assertThat(clock.dueByHand()).isTrue();
        assertThat(clock.state()).isEqualTo(State.RUNNING);
    }

    @Test
    void b1_18_nothing_else_is_owed_before_the_first_response() {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h', 'nextResponse': '1h', 'periodicUpdate':"
                + " '1h'}, 'events': [" + event("created", "16 09:00") + event("customer message", "16 10:00") + "]");
        assertThat(clock(result, Metric.NEXT_RESPONSE).why()).isEqualTo("FIRST_RESPONSE_AWAITED");
        assertThat(clock(result, Metric.PERIODIC_UPDATE).why()).isEqualTo("FIRST_RESPONSE_AWAITED");
        assertThat(clock(result, Metric.FIRST_RESPONSE).dueAt()).isEqualTo(at("16 13:00"));
    }

    @Test
    void b1_19_words_from_the_portal_start_the_clock_as_mail_does() {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h', 'nextResponse': '1h'}, 'events': ["
                + event("created", "16 09:00") + event("agent message", "16 10:00")
                + event("portal note", "16 11:00") + "]");
        assertThat(clock(result, Metric.NEXT_RESPONSE).dueAt()).isEqualTo(at("16 12:00"));
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

    @Test
    void a_reply_that_bounced_was_none() {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h'}, 'asOf': " + quoted("16 14:00")
                + ", 'events': [" + event("created", "16 09:00") + event("agent message", "16 10:00")
                + event("bounce", "16 12:00") + "]");
        WhatIfClock clock = clock(result, Metric.FIRST_RESPONSE);
        assertThat(clock.dueAt()).isEqualTo(at("16 13:00"));
        assertThat(clock.state()).isEqualTo(State.BREACHED);
        assertSums(clock);
    }

    @Test
    void closed_without_an_answer_owes_none_unless_it_was_late_already() {
        String targets = OFFICE + "'targets': {'firstResponse': '2h'}, 'events': [" + event("created", "16 09:00");
        assertThat(clock(play(targets + event("close", "16 10:00") + "]"), Metric.FIRST_RESPONSE)
                        .state())
                .isEqualTo(State.VOID);
        assertThat(clock(play(targets + event("close", "16 12:00") + "]"), Metric.FIRST_RESPONSE)
                        .state())
                .isEqualTo(State.BREACHED);
    }

    @Test
    void met_at_the_very_due_time_and_missed_a_second_later() {
        String targets = OFFICE + "'targets': {'resolution': '8h'}, 'events': [" + event("created", "16 09:00");
        assertThat(clock(play(targets + event("resolve", "16 17:00") + "]"), Metric.RESOLUTION)
                        .state())
                .isEqualTo(State.MET);
        assertThat(clock(play(targets + event("resolve", "16 17:00:01") + "]"), Metric.RESOLUTION)
                        .state())
                .isEqualTo(State.BREACHED);
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

    @Test
    void a_ticket_that_was_answered_inherits_the_wait_of_one_that_was_not() {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h', 'nextResponse': '2h'}, 'events': ["
                + event("created", "16 09:00") + event("agent message", "16 09:30") + "{'type': 'merge', 'at': "
                + quoted("16 12:00") + ", 'source': {'createdAt': " + quoted("16 11:00") + "}}]");
        assertThat(clock(result, Metric.FIRST_RESPONSE).state()).isEqualTo(State.MET);
        assertThat(clock(result, Metric.NEXT_RESPONSE).dueAt()).isEqualTo(at("16 13:00"));
    }

    private static String chosen(String policies, String ticket) {
        WhatIfResult result =
                play(policies + "'ticket': {" + ticket + "}, 'events': [" + event("created", "16 09:00") + "]");
        return clock(result, Metric.RESOLUTION).policyName();
    }
}
