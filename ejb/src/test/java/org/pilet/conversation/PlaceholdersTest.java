package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pilet.platform.InvalidInput;

class PlaceholdersTest {

    @Test
    void fills_what_has_a_value_as_plain_text() {
        String filled = Placeholders.fill(
                "<p>Hello {{customer.name}} and {{ ticket.number }}</p>",
                Map.of("customer.name", "Anna <b>& Co</b>", "ticket.number", "1000017"));

        assertThat(filled).isEqualTo("<p>Hello Anna &lt;b&gt;&amp; Co&lt;/b&gt; and 1000017</p>");
    }

    @Test
    void leaves_open_what_has_none_and_names_it() {
        Map<String, String> values = new HashMap<>();
        values.put("customer.phone", null);
        String filled = Placeholders.fill("{{customer.phone}} {{made.up}}", values);

        assertThat(filled).isEqualTo("{{customer.phone}} {{made.up}}");
        assertThat(Placeholders.open(filled)).containsExactly("customer.phone", "made.up");
    }

    @Test
    void values_that_look_like_patterns_stay_what_they_are() {
        assertThat(Placeholders.fill("{{agent.name}}", Map.of("agent.name", "$1 \\ {{x}}")))
                .isEqualTo("$1 \\ {{x}}");
    }

    @Test
    void words_with_an_open_place_are_refused() {
        assertThatThrownBy(() -> Placeholders.requireNone("Dear {{customer.name}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("customer.name");
        Placeholders.requireNone("Braces {like these} and {{ }} are only braces");
    }
}
