package org.pilet.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.conversation.TemplateWords;

class NoticeTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private final NoticeTexts texts = new NoticeTexts(new MailTemplateStore(null) {
        @Override
        Optional<Written> nearest(MailEvent event, String language, Long queueId) {
            return Optional.ofNullable(written);
        }
    });
    private MailTemplateStore.Written written;

    @ParameterizedTest
    @ValueSource(strings = {"et", "ro", "hu", "ru", "fa"})
    void every_language_says_the_same_with_the_same_values(String language) {
        for (String bundle : new String[] {"org.pilet.notifications.mail", "org.pilet.channels.mail.reply"}) {
            ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH);
            ResourceBundle other = ResourceBundle.getBundle(bundle, Locale.forLanguageTag(language));
            assertThat(other.getLocale().getLanguage()).isEqualTo(language);
            assertThat(new TreeSet<>(other.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
            for (String key : english.keySet()) {
                assertThat(placeholders(other.getString(key)))
                        .as(language + " " + key)
                        .isEqualTo(placeholders(english.getString(key)));
                assertThat(other.getString(key)).as(key).doesNotContain("'").isNotBlank();
            }
        }
    }

    @Test
    void whatever_the_house_writes_an_administrator_may_write_otherwise() {
        ResourceBundle shipped = ResourceBundle.getBundle("org.pilet.notifications.mail", Locale.ENGLISH);
        assertThat(shipped.keySet().stream()
                        .filter(key -> key.endsWith(".body"))
                        .map(key -> key.substring(0, key.length() - ".body".length())))
                .allMatch(key -> MailEvent.byKey(key).isPresent());
    }

    @Test
    void an_acknowledgement_greets_names_the_number_and_says_that_a_machine_wrote_it() {
        Draft draft = acknowledgement("et", "Printer <b>ei tööta</b> & põleb");
        assertThat(texts.of(draft, null).subject())
                .isEqualTo("[#1000017] Saime teie pöördumise kätte: Printer <b>ei tööta</b> & põleb");
        assertThat(texts.of(draft, null).text())
                .startsWith("Tere, Jüri!")
                .contains("#1000017")
                .contains("\nhttps://desk.example/r?token=a&b=c")
                .contains("Klienditugi")
                .endsWith("See kiri on saadetud automaatselt.");
        assertThat(texts.of(draft, null).html())
                .contains("&lt;b&gt;")
                .doesNotContain("<b>")
                .contains("<bdi dir=\"ltr\">#1000017</bdi>")
                .contains("href=\"https://desk.example/r?token=a&amp;b=c\"");
    }

    @Test
    void words_of_the_house_come_before_the_shipped_ones() {
        written = new MailTemplateStore.Written(
                null, "et", MailEvent.ACKNOWLEDGEMENT, "{{number}}", "Hei {{name}}: {{subject}}", 1, null);
        MailPreview mail = texts.of(acknowledgement("et", "<b>{{link}}</b>"), null);
        assertThat(mail.subject()).isEqualTo("1000017");
        assertThat(mail.text()).startsWith("Hei Jüri: <b>{{link}}</b>").endsWith("See kiri on saadetud automaatselt.");
        assertThat(mail.html()).contains("&lt;b&gt;{{link}}");
    }

    @ParameterizedTest
    @EnumSource(MailEvent.class)
    void shipped_words_name_their_places_and_would_be_taken(MailEvent event) {
        for (String language : Set.of("en", "et", "ro", "hu", "ru", "fa")) {
            String body = texts.shipped(event, ".body", language);
            assertThat(TemplateWords.of("body", body, event.places()).names()).containsAll(event.needed());
            TemplateWords.of("subject", texts.shipped(event, ".subject", language), event.places());
        }
    }

    @Test
    void a_language_without_texts_gets_english_ones() {
        assertThat(texts.of(acknowledgement("xx", "s"), null).text()).startsWith("Hello Jüri,");
    }

    @Test
    void braces_and_line_ends_in_what_people_typed_do_no_harm() {
        Draft draft = acknowledgement("en", "{0} '{1}'\r\nBcc: evil@example.com");
        assertThat(texts.of(draft, null).subject()).contains("{0} '{1}' Bcc:").doesNotContain("\n");
    }

    private static Draft acknowledgement(String language, String subject) {
        return new Draft(
                        "juri@contoso.example",
                        "Jüri",
                        language,
                        "acknowledgement",
                        "Jüri",
                        "1000017",
                        subject,
                        "https://desk.example/r?token=a&b=c")
                .signed("Klienditugi")
                .about(17L)
                .answering(null);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
