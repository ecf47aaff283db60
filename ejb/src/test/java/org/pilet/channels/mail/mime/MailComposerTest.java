package org.pilet.channels.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailComposerTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    @Test
    void what_is_written_reads_back_the_same() throws Exception {
        byte[] raw = written(mail("<p>Tere, vaadake <img src=\"cid:a1\"></p>", "auto-replied", List.of(), files()));

        ParsedMail read = MailParser.parse(new ByteArrayInputStream(raw));
        assertThat(read.from()).contains(new MailAddress("Klienditugi Õ", "support@pilet.test"));
        assertThat(read.to()).containsExactly(new MailAddress("Jüri, Õunapuu", "juri@contoso.example"));
        assertThat(read.subject()).isEqualTo("Re: [#1000017] Printer ei tööta");
        assertThat(read.text()).isEqualTo("Tere,\nvaadake");
        assertThat(read.html()).contains("cid:a1").contains("dir=\"ltr\"");
        assertThat(read.messageId()).isEqualTo("pilet.1.t5-abc@pilet.test");
        assertThat(read.inReplyTo()).containsExactly("first@contoso.example");
        assertThat(read.references()).containsExactly("first@contoso.example");
        assertThat(read.headers().first("Reply-To")).contains("support+t5-abc@pilet.test");
        assertThat(read.parts())
                .extracting(MailPart::name, MailPart::inline)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pilt.png", true),
                        org.assertj.core.groups.Tuple.tuple("väljavõte.pdf", false));
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void automatic_mail_says_so_and_personal_mail_does_not() throws Exception {
        MailHeaders automatic = headers(mail(null, "auto-replied", List.of(), List.of()));
        assertThat(automatic.first("Auto-Submitted")).contains("auto-replied");
        assertThat(automatic.first("X-Auto-Response-Suppress")).contains("All");
        MailHeaders personal = headers(mail(null, null, List.of(), List.of()));
        assertThat(personal.has("Auto-Submitted")).isFalse();
        assertThat(personal.has("X-Auto-Response-Suppress")).isFalse();
        assertThat(personal.first("X-Loop")).contains("support@pilet.test");
    }

    @Test
    void nothing_in_a_value_can_add_a_header() throws Exception {
        OutgoingMail evil = new OutgoingMail(
                new MailAddress("Support\r\nX-Evil: 1", "support@pilet.test"),
                List.of(new MailAddress("A\nX-Evil: 2", "a@example.com")),
                List.of(),
                null,
                "Hello\r\nX-Evil: 3\r\n\r\nbody",
                "text",
                null,
                "en\r\nX-Evil: 4",
                "id\r\nX-Evil: 5@x",
                "ref>\r\nX-Evil: 6",
                List.of("r\r\n\r\nX-Evil: 7"),
                null,
                NOON,
                List.of());
        assertThat(headers(evil).has("X-Evil")).isFalse();
    }

    @Test
    void a_long_chain_keeps_its_first_and_its_latest_ids() throws Exception {
        List<String> chain =
                IntStream.range(0, 100).mapToObj(i -> "r" + i + "@x").toList();
        List<String> written = headers(mail(null, null, chain, List.of())).messageIds("References");
        assertThat(written).hasSize(20).startsWith("r0@x").endsWith("first@contoso.example");
    }

    @Test
    void persian_is_framed_from_right_to_left() throws Exception {
        OutgoingMail mail = new OutgoingMail(
                new MailAddress("", "support@pilet.test"),
                List.of(new MailAddress("مریم", "maryam@example.ir")),
                null,
                null,
                "درخواست شما",
                "سلام",
                "<p>سلام</p>",
                "fa",
                "x@pilet.test",
                null,
                null,
                null,
                NOON,
                null);
        assertThat(MailParser.parse(new ByteArrayInputStream(written(mail))).html())
                .contains("dir=\"rtl\"");
    }

    private static OutgoingMail mail(String html, String automatic, List<String> references, List<MailFile> files) {
        return new OutgoingMail(
                new MailAddress("Klienditugi Õ", "support@pilet.test"),
                List.of(new MailAddress("Jüri, Õunapuu", "juri@contoso.example")),
                List.of(),
                new MailAddress("", "support+t5-abc@pilet.test"),
                "Re: [#1000017] Printer ei tööta",
                "Tere,\nvaadake",
                html,
                "et",
                "pilet.1.t5-abc@pilet.test",
                "first@contoso.example",
                references,
                automatic,
                NOON,
                files);
    }

    private static List<MailFile> files() {
        return List.of(
                new MailFile("pilt.png", "image/png", "a1", () -> new ByteArrayInputStream(new byte[] {1, 2})),
                new MailFile("väljavõte.pdf", "application/pdf", null, () -> new ByteArrayInputStream(new byte[9])));
    }

    private static MailHeaders headers(OutgoingMail mail) throws MessagingException, IOException {
        return MailParser.parse(new ByteArrayInputStream(written(mail))).headers();
    }

    private static byte[] written(OutgoingMail mail) throws MessagingException, IOException {
        MimeMessage message = MailComposer.compose(Session.getInstance(new Properties()), mail);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("\r\n");
        return out.toByteArray();
    }
}
