package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.conversation.TemplateWords;
import org.pilet.platform.InvalidInput;

class ReplyFrameTest {

    private static final String LINK = "https://help.example/portal/request.xhtml?token=a.b&c";

    @ParameterizedTest
    @ValueSource(strings = {"en", "et", "ro", "hu", "ru", "fa", "xx"})
    void shipped_words_hold_signatures_and_link(String language) {
        String shipped = ReplyTexts.frame(language);
        TemplateWords.of("body", shipped, ReplyFrame.PLACES);
        ReplyFrame frame = new ReplyFrame(shipped, values());
        assertThat(frame.text())
                .startsWith("-- \nMari of Support\nYour Support team\n\n")
                .contains(LINK);
        assertThat(frame.html())
                .contains("href=\"https://help.example/portal/request.xhtml?token=a.b&amp;c\"")
                .contains(">https://help.example/portal/request.xhtml</a>");
    }

    @Test
    void nothing_stands_below_what_has_neither_signature_nor_link() {
        ReplyFrame frame = new ReplyFrame(ReplyTexts.frame("en"), Map.of("queue.signature", " "));
        assertThat(frame.text()).isEmpty();
        assertThat(frame.html()).isEmpty();
    }

    @Test
    void what_somebody_typed_can_be_neither_markup_nor_a_place() {
        Map<String, String> values = values();
        values.put("subject", "<b>{{link}}</b>");
        ReplyFrame frame = new ReplyFrame("About {{subject}}", values);
        assertThat(frame.text()).isEqualTo("About <b>{{link}}</b>");
        assertThat(frame.html()).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void a_signature_names_only_what_there_is() {
        assertThat(new MailSignature(" {{agent}}\r\n{{queue}} ").lines()).isEqualTo("{{agent}}\n{{queue}}");
        assertThatThrownBy(() -> new MailSignature("{{link}}")).isInstanceOf(InvalidInput.class);
    }

    private static Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("agent.signature", "{{agent}} of {{queue}}");
        values.put("queue.signature", "Your {{queue}} team");
        values.put("agent", "Mari");
        values.put("queue", "Support");
        values.put("number", "100042");
        values.put("link", LINK);
        return values;
    }
}
