package org.pilet.automation.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pilet.platform.Settings;

class WebhookSecretTest {

    @Test
    void signs_the_moment_and_the_body() {
        assertThat(WebhookSecret.signature("key", 1, "body"))
                .isEqualTo("t=1,v1=" + "91b5374b153842ad05b2c4eab9349b8321b14703165bd3fb8b034dfb8be98ae5");
    }

    @Test
    void derives_another_secret_for_each_webhook_and_round() {
        WebhookSecret secret = new WebhookSecret(new Environment("x".repeat(40)));
        assertThat(secret.of(1, 1)).hasSize(64).isNotEqualTo(secret.of(1, 2)).isNotEqualTo(secret.of(2, 1));
    }

    private static final class Environment extends Settings {

        private final String value;

        Environment(String value) {
            this.value = value;
        }

        @Override
        public String environment(String key, String fallback) {
            return value;
        }
    }
}
