package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.web.api.WhatIfPosts.OFFICE;
import static org.pilet.web.api.WhatIfPosts.assertSums;
import static org.pilet.web.api.WhatIfPosts.at;
import static org.pilet.web.api.WhatIfPosts.clock;
import static org.pilet.web.api.WhatIfPosts.event;
import static org.pilet.web.api.WhatIfPosts.play;
import static org.pilet.web.api.WhatIfPosts.quoted;

import org.junit.jupiter.api.Test;
import org.pilet.sla.Metric;
import org.pilet.sla.WhatIfClock;
import org.pilet.sla.WhatIfClock.State;
import org.pilet.sla.WhatIfResult;

/**
 * Histories as callers post them: which terms hold and what changes them, row by row of features B1. November 2026:
 * the 16th is a Monday.
 */
class WhatIfPolicyTest {

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

    private static String chosen(String policies, String ticket) {
        WhatIfResult result =
                play(policies + "'ticket': {" + ticket + "}, 'events': [" + event("created", "16 09:00") + "]");
        return clock(result, Metric.RESOLUTION).policyName();
    }
}
