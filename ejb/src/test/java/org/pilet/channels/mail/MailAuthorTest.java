package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.ParsedMail;

class MailAuthorTest {

    @Test
    void the_author_is_who_the_header_says() {
        assertThat(author("From: Anna <anna@x.example>\nReply-To: other@x.example"))
                .contains("anna@x.example");
        assertThat(author("Subject: x")).isEmpty();
        assertThat(author("From: =?utf-8?Q?boss=40pilet.test?=")).isEmpty();
    }

    @Test
    void a_program_speaks_for_whom_it_names() {
        assertThat(author("From: no-reply@shop.example\nReply-To: Anna <anna@x.example>"))
                .contains("anna@x.example");
        assertThat(author("From: no-reply@shop.example")).contains("no-reply@shop.example");
        assertThat(author("From: support@pilet.test\nReply-To: anna@x.example")).contains("anna@x.example");
        assertThat(author("From: support+t1-x@pilet.test\nReply-To: support@pilet.test"))
                .contains("support+t1-x@pilet.test");
        assertThat(author("Reply-To: anna@x.example")).contains("anna@x.example");
    }

    @Test
    void a_forwarded_mail_tells_whose_it_was() {
        String gmail =
                "see below\n\n---------- Forwarded message ---------\nFrom: Anna Kask <anna@x.example>\nDate: Mon\n"
                        + "Subject: Printer\nTo: <mari@pilet.test>\n\nIt is broken";
        assertThat(forwarded("Subject: Fwd: Printer", gmail)).contains("anna@x.example Printer");
        String outlook =
                "From: Kask, Anna [mailto:anna@x.example]\nSent: Monday\nTo: mari\nSubject: Printer\n\nIt is broken";
        assertThat(forwarded("Subject: FW: Printer", outlook)).contains("anna@x.example Printer");
        String german =
                "________________________________\nVon: Anna <anna@x.example>\nGesendet: Montag\nAn: mari\nBetreff: P\n";
        assertThat(forwarded("Subject: WG: Drucker", german)).contains("anna@x.example Drucker");
        String russian = "> От: Анна <anna@x.example>\n> Дата: понедельник\n> Тема: Принтер\n";
        assertThat(forwarded("Subject: Fwd: Printer", russian)).contains("anna@x.example Printer");
    }

    @Test
    void what_only_looks_forwarded_is_not() {
        assertThat(forwarded("Subject: Printer", "From: Anna <anna@x.example>\nSubject: x"))
                .isEmpty();
        assertThat(forwarded("Subject: Fwd: Printer", "From: all of us, thanks.\n\nWords"))
                .isEmpty();
        assertThat(forwarded("Subject: Fwd: Printer", "no header at all")).isEmpty();
    }

    private static Optional<String> author(String header) {
        return MailAuthor.of(mail(header, "x"), address -> address.endsWith("@pilet.test"))
                .map(author -> author.address().address());
    }

    private static Optional<String> forwarded(String header, String text) {
        return ForwardedMail.in(mail("From: mari@pilet.test\n" + header, text))
                .map(mail -> mail.author().address() + " " + mail.subject());
    }

    private static ParsedMail mail(String header, String text) {
        String raw = header + "\nContent-Type: text/plain; charset=utf-8\n\n" + text;
        return MailParser.parse(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }
}
