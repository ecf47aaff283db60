package org.pilet.web.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pilet.conversation.CannedResponseView;

class CatalogueSearchTest {

    private final CannedResponseView thanks = new CannedResponseView(
            1,
            "thanks",
            "Thanks, and a way back",
            "Számlák",
            null,
            null,
            null,
            0,
            1,
            Map.of("en", "<p>We refund your <b>money</b>.</p>", "fa", "<p>پول شما را برمی‌گردانیم</p>"));

    @Test
    void finds_each_word_wherever_it_stands() {
        assertThat(finds("thanks")).isTrue();
        assertThat(finds("REFUND money")).isTrue();
        assertThat(finds("szamlak way")).isTrue();
        assertThat(finds("پول")).isTrue();
        assertThat(finds("refund printer")).isFalse();
        assertThat(finds("<b>")).isFalse();
    }

    @Test
    void nothing_typed_finds_all() {
        assertThat(finds(null)).isTrue();
        assertThat(finds("  ")).isTrue();
    }

    private boolean finds(String typed) {
        return new CatalogueSearch(typed).finds(thanks);
    }
}
