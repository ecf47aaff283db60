package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.pilet.channels.mail.mime.Corpus;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.ParsedMail;

class FollowUpMatchTest {

    private static final Map<String, Long> TOKENS = Map.of("t1-good", 1L, "t9-good", 9L);
    private static final Map<String, Long> STORED = Map.of("first@contoso.example", 2L, "second@contoso.example", 3L);
    private static final Map<String, Long> NUMBERS = Map.of("1000017", 4L, "1000025", 5L);

    private static final FollowUpMatch.Tickets KNOWN = new FollowUpMatch.Tickets() {
        @Override
        public OptionalLong byToken(String token) {
            return optional(TOKENS.get(token));
        }

        @Override
        public OptionalLong byMessageIds(List<String> ids) {
            return optional(ids.stream()
                    .map(STORED::get)
                    .filter(id -> id != null)
                    .findFirst()
                    .orElse(null));
        }

        @Override
        public OptionalLong byNumber(String number) {
            return optional(NUMBERS.get(number));
        }

        private OptionalLong optional(Long id) {
            return id == null ? OptionalLong.empty() : OptionalLong.of(id);
        }
    };

    private final FollowUpMatch match = new FollowUpMatch(KNOWN);

    @Test
    void the_signed_address_counts_more_than_anything_else() {
        assertThat(found("To: support+t9-good@pilet.test\nIn-Reply-To: <t1-good.m5@pilet.test>\nSubject: [#1000017]"))
                .contains(new FollowUpMatch.Found(9, true, Why.of("match.address")));
        assertThat(found("Delivered-To: support+t9-good@pilet.test\nTo: support@pilet.test\nSubject: x"))
                .map(FollowUpMatch.Found::ticketId)
                .contains(9L);
    }

    @Test
    void a_forged_token_is_worth_nothing() {
        assertThat(found("To: support+t9-bad@pilet.test\nIn-Reply-To: <t9-bad.m5@pilet.test>\nSubject: x"))
                .isEmpty();
    }

    @Test
    void a_signed_message_id_counts_more_than_a_stored_one_and_that_more_than_the_subject() {
        assertThat(found("References: <first@contoso.example> <t1-good.m5@pilet.test>\nSubject: [#1000017] x"))
                .map(FollowUpMatch.Found::ticketId)
                .contains(1L);
        assertThat(found("In-Reply-To: <first@contoso.example>\nSubject: [#1000017] x"))
                .contains(new FollowUpMatch.Found(2, false, Why.of("match.stored")));
        assertThat(found("References: <first@contoso.example> <second@contoso.example>\nSubject: x"))
                .as("the latest message of the thread")
                .map(FollowUpMatch.Found::ticketId)
                .contains(3L);
    }

    @Test
    void the_number_is_found_in_brackets_or_with_its_sign_and_nowhere_else() {
        assertThat(ticketOf("Subject: AW: Re: [#1000017] Printer")).contains(4L);
        assertThat(ticketOf("Subject: about #1000025, please")).contains(5L);
        assertThat(ticketOf("Subject: order 1000017")).isEmpty();
        assertThat(ticketOf("Subject: code AB#1000017X and [#99999999]")).isEmpty();
        assertThat(ticketOf("Subject: [#99999999] and [#1000025]")).contains(5L);
    }

    @Test
    void an_attached_mail_does_not_lead_to_its_ticket_but_a_delivery_report_does() {
        assertThat(match.of(Corpus.mail("attached-message"))).isEmpty();
        ParsedMail report = Corpus.mail("bounce-failed");
        assertThat(match.ofReport(report)).map(FollowUpMatch.Found::ticketId).contains(2L);
    }

    /** The order of B2.1 with its switches, against the plainest way to say it. */
    @Property(tries = 1000)
    void the_first_sign_that_is_switched_on_decides(
            @ForAll("signs") List<String> signs, @ForAll("switches") Threading by) {
        String mail = "From: a@b.example\nTo: support"
                + (signs.contains("address") ? "+t9-good" : "") + "@pilet.test\n"
                + (signs.contains("stored") ? "In-Reply-To: <first@contoso.example>\n" : "")
                + (signs.contains("signed") ? "References: <x@y> <t1-good.m5@pilet.test>\n" : "")
                + "Subject: x" + (signs.contains("subject") ? " [#1000017]" : "")
                + "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nwords"
                + (signs.contains("body") ? " #1000025" : "") + "\n> #1000017\n--b\nContent-Type: text/plain; name="
                + (signs.contains("attachment") ? "\"log #1000025.txt\"" : "log.txt")
                + "\nContent-Disposition: attachment\n\nx\n--b--\n";
        Long expected = by.address() && signs.contains("address")
                ? Long.valueOf(9)
                : by.headers() && signs.contains("signed")
                        ? Long.valueOf(1)
                        : by.headers() && signs.contains("stored")
                                ? Long.valueOf(2)
                                : by.subject() && signs.contains("subject")
                                        ? Long.valueOf(4)
                                        : by.body() && signs.contains("body")
                                                        || by.attachments() && signs.contains("attachment")
                                                ? Long.valueOf(5)
                                                : null;
        ParsedMail parsed = MailParser.parse(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        assertThat(new FollowUpMatch(KNOWN, by)
                        .of(parsed)
                        .map(FollowUpMatch.Found::ticketId)
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<String>> signs() {
        return Arbitraries.subsetOf("address", "signed", "stored", "subject", "body", "attachment")
                .map(List::copyOf);
    }

    @Provide
    Arbitrary<Threading> switches() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return net.jqwik.api.Combinators.combine(flag, flag, flag, flag, flag)
                .as((a, h, s, b, f) -> new Threading(a, h, s, b, f, Threading.Strangers.SIGNED));
    }

    @Property(tries = 300)
    void no_subject_makes_it_fail(@ForAll("subjects") String subject) {
        match.of(parse("Subject: " + subject.replaceAll("[\\r\\n]", " ")));
    }

    @Provide
    Arbitrary<String> subjects() {
        return Arbitraries.strings().withChars("[]#0123456789 aÄ\u202E:").ofMaxLength(200);
    }

    private Optional<Long> ticketOf(String header) {
        return found(header).map(FollowUpMatch.Found::ticketId);
    }

    private Optional<FollowUpMatch.Found> found(String header) {
        return match.of(parse(header));
    }

    private static ParsedMail parse(String header) {
        String mail = "From: a@b.example\n" + header + "\n\nwords #1000017\n";
        return MailParser.parse(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }
}
