package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pilet.channels.mail.mime.Corpus;
import org.pilet.channels.mail.mime.Expectation;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.ParsedMail;

class MailJudgementTest {

    private static final MailJudgement JUDGEMENT = new MailJudgement(new OwnMail(
            Set.of("support@pilet.test", "billing@pilet.test")::contains, id -> id.startsWith("t5-genuine.")));

    @ParameterizedTest
    @CsvSource({
        "html-umlauts-inline-image-attachment, GENUINE",
        "genuine-with-auto-submitted-no, GENUINE",
        "suppress-none, GENUINE",
        "attached-message, GENUINE",
        "no-from, GENUINE",
        "empty-file, GENUINE",
        "bounce-failed, REPORT",
        "bounce-delayed, REPORT",
        "bounce-old-style, REPORT",
        "out-of-office, AUTO_REPLY",
        "out-of-office-outlook-no-rfc3834, AUTO_REPLY",
        "vacation-old-precedence, AUTO_REPLY",
        "mailing-list, UNANSWERED",
        "monitoring-system, UNANSWERED"
    })
    void each_kind_of_mail_is_taken_for_what_it_is(String name, Treatment expected) {
        assertThat(JUDGEMENT.of(Corpus.mail(name)).treatment()).isEqualTo(expected);
    }

    static List<String> labelled() {
        return Corpus.expected().stream()
                .filter(name -> Expectation.of(name).one("verdict").isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("labelled")
    void a_labelled_mail_is_taken_for_what_it_is(String name) {
        assertThat(JUDGEMENT.of(Corpus.mail(name)).treatment().name())
                .isEqualTo(Expectation.of(name).one("verdict").orElseThrow());
    }

    @Test
    void our_own_mail_is_known_again_by_any_of_its_marks() {
        assertThat(treatment("From: a@b.example\r\nMessage-ID: <t5-genuine.m7@pilet.test>"))
                .isEqualTo(Treatment.OWN);
        assertThat(treatment("From: a@b.example\r\nX-Loop: Support@pilet.test")).isEqualTo(Treatment.OWN);
        assertThat(treatment("From: Support <support+t5-x@pilet.test>")).isEqualTo(Treatment.OWN);
        assertThat(treatment("From: a@b.example\r\nMessage-ID: <t5-forged.m7@pilet.test>"))
                .isEqualTo(Treatment.GENUINE);
        assertThat(treatment("From: a@b.example\r\nX-Loop: other@b.example"))
                .as("another system's mark: B2.3")
                .isEqualTo(Treatment.UNANSWERED);
    }

    @Test
    void a_question_about_an_absence_is_not_an_absence_notice() {
        assertThat(treatment("From: a@b.example\r\nSubject: Out of office - how do I set it?"))
                .isEqualTo(Treatment.GENUINE);
    }

    private static Treatment treatment(String header) {
        ParsedMail mail =
                MailParser.parse(new ByteArrayInputStream((header + "\r\n\r\nwords").getBytes(StandardCharsets.UTF_8)));
        return JUDGEMENT.of(mail).treatment();
    }
}
