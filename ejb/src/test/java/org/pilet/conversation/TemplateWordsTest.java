package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.platform.InvalidInput;

class TemplateWordsTest {

    private static final List<String> PLACES = List.of("name", "owner", "words.subject");

    @Test
    void places_are_filled() {
        assertThat(filled("Hello {{name}}, {{ owner }}!", Map.of("name", "Anna", "owner", "Mari")))
                .isEqualTo("Hello Anna, Mari!");
        assertThat(filled("Hello {{name|friend}}{{owner}}.", Map.of())).isEqualTo("Hello friend.");
    }

    @Test
    void sections_speak_only_when_they_should() {
        String words = "{{#owner}}Owner: {{owner}}{{/owner}}{{^owner}}Nobody{{#name}}, {{name}}{{/name}}{{/owner}}";
        assertThat(filled(words, Map.of("owner", "Mari", "name", "Anna"))).isEqualTo("Owner: Mari");
        assertThat(filled(words, Map.of("name", "Anna"))).isEqualTo("Nobody, Anna");
        assertThat(filled(words, Map.of())).isEqualTo("Nobody");
    }

    @Test
    void what_a_value_holds_is_no_template() {
        assertThat(filled("{{name}}", Map.of("name", "{{owner}} $1 \\", "owner", "secret")))
                .isEqualTo("{{owner}} $1 \\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{link}}",
                "{{name.length}}",
                "{{name()}}",
                "{{#name}}open",
                "{{/name}}",
                "{{#name}}{{#owner}}{{/name}}{{/owner}}",
                "{{name",
                "{{ 1+1 }}"
            })
    void anything_else_is_refused(String words) {
        assertThatThrownBy(() -> TemplateWords.of("body", words, PLACES)).isInstanceOf(InvalidInput.class);
    }

    @Property
    void words_without_places_stay_as_they_are(@ForAll String words) {
        if (!words.contains("{{")) {
            assertThat(filled(words, Map.of("name", "x"))).isEqualTo(words);
        }
    }

    private static String filled(String words, Map<String, String> values) {
        return TemplateWords.of("body", words, PLACES).filled(values);
    }
}
