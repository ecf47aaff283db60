package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.restassured.response.Response;

/** How the REST API says no: RFC 9457, with words for people. */
final class Problem {

    static final String TYPE = "application/problem+json";

    private Problem() {}

    /** Fails unless the answer is a whole problem of that status. */
    static void requireProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).as(answer.asString()).startsWith(TYPE);
        assertThatCode(() -> answer.jsonPath().get()).doesNotThrowAnyException();
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
        assertThat(answer.jsonPath().getString("type")).isNotBlank();
    }
}
