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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.sla.Metric;
import org.pilet.sla.WhatIfClock;
import org.pilet.sla.WhatIfClock.State;
import org.pilet.sla.WhatIfResult;

/**
 * Histories as callers post them: what counts as a response and who waits for one, row by row of features B1. November
 * 2026: the 16th is a Monday.
 */
class WhatIfResponseTest {

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
    void a_ticket_that_was_answered_inherits_the_wait_of_one_that_was_not() {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h', 'nextResponse': '2h'}, 'events': ["
                + event("created", "16 09:00") + event("agent message", "16 09:30") + "{'type': 'merge', 'at': "
                + quoted("16 12:00") + ", 'source': {'createdAt': " + quoted("16 11:00") + "}}]");
        assertThat(clock(result, Metric.FIRST_RESPONSE).state()).isEqualTo(State.MET);
        assertThat(clock(result, Metric.NEXT_RESPONSE).dueAt()).isEqualTo(at("16 13:00"));
    }
}
