package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pilet.channels.mail.MailKeyWarnings.Stage;

class MailKeyWarningsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:10:00Z");

    @Test
    void the_nearer_the_end_the_later_the_stage() {
        assertThat(Stage.of(null, NOW)).isNull();
        assertThat(at(31)).isNull();
        assertThat(at(30)).isEqualTo(Stage.SOON);
        assertThat(at(8)).isEqualTo(Stage.SOON);
        assertThat(at(7)).isEqualTo(Stage.WEEK);
        assertThat(at(0)).isEqualTo(Stage.PAST);
        assertThat(at(-400)).isEqualTo(Stage.PAST);
    }

    private static Stage at(int days) {
        return Stage.of(NOW.plus(Duration.ofDays(days)), NOW);
    }
}
