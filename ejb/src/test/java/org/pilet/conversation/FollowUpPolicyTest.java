package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpPolicyTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "UNTIL_CLOSED,       ,    false, 100, CONTINUE",
        "UNTIL_CLOSED,       ,    true,  1,   NEW_TICKET",
        "REOPEN,             ,    true,  100, CONTINUE",
        "REOPEN_WITHIN_DAYS, 7,   false, 7,   CONTINUE",
        "REOPEN_WITHIN_DAYS, 7,   true,  6,   CONTINUE",
        "REOPEN_WITHIN_DAYS, 7,   false, 8,   NEW_TICKET",
        "NEW_TICKET,         ,    false, 0,   NEW_TICKET",
        "REJECT,             ,    true,  0,   REJECT"
    })
    void each_policy_takes_its_course(
            FollowUpPolicy.Kind kind, Integer days, boolean closed, int age, FollowUpPolicy.Course expected) {
        assertThat(new FollowUpPolicy(kind, days, false).course(closed, NOON.minus(Duration.ofDays(age)), NOON))
                .isEqualTo(expected);
    }
}
