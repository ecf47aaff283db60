package org.pilet.channels.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailParserTest {

    @Test
    void html_with_umlauts_an_inline_image_and_an_attachment_is_understood() throws IOException {
        ParsedMail mail = Corpus.mail("html-umlauts-inline-image-attachment");

        assertThat(mail.from()).contains(new MailAddress("Jüri Õunapuu", "juri@contoso.example"));
        assertThat(mail.subject()).isEqualTo("Printer 3. korrusel ei tööta – näpud külmetavad");
        assertThat(mail.messageId()).isEqualTo("html-umlauts@contoso.example");
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-11-16T07:15:00Z"));
        assertThat(mail.text()).isEqualTo("Tere! Printer ei tööta, palun aidake. Vaadake pilti.");
        assertThat(mail.html()).contains("<b>ei tööta</b>").contains("cid:pilt1@contoso.example");
        assertThat(mail.parts())
                .containsExactly(
                        new MailPart(2, "pilt.png", "image/png", "pilt1@contoso.example", true),
                        new MailPart(3, "väljavõte.pdf", "application/pdf", null, false));
        assertThat(mail.faults()).isEmpty();

        Map<Integer, byte[]> contents = new LinkedHashMap<>();
        MailParser.eachPart(
                Corpus.stream("html-umlauts-inline-image-attachment"),
                (index, decoded) -> contents.put(index, decoded.readAllBytes()));
        assertThat(contents.get(2)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(contents.get(3), StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4 not really");
    }

    @Test
    void a_mail_without_a_usable_author_has_none() {
        assertThat(Corpus.mail("no-from").from()).isEmpty();
        assertThat(Corpus.mail("unusable-from").from()).isEmpty();
        assertThat(Corpus.mail("no-from").text()).isEqualTo("I forgot to say who I am.");
    }

    @Test
    void charsets_are_understood_though_the_label_is_unknown_missing_or_wrong() {
        assertThat(Corpus.mail("unknown-charset").text()).isEqualTo("Grüße aus Tallinn, liebe Leute");
        assertThat(Corpus.mail("latin1-labelled-utf8").text()).startsWith("Der Drucker läßt sich nicht öffnen");
        assertThat(Corpus.mail("utf8-labelled-latin1").text()).isEqualTo("Árvíztűrő tükörfúrógép és más öröm");
        assertThat(Corpus.mail("no-label-windows-1251").text()).startsWith("Здравствуйте! У нас не работает принтер");
        assertThat(Corpus.mail("no-label-windows-1251").subject()).isEqualTo("Не работает принтер");
        assertThat(Corpus.mail("koi8-r").text()).isEqualTo("Добрый день, есть вопрос по счёту.");
        assertThat(Corpus.mail("koi8-r").subject()).isEqualTo("Вопрос");
        assertThat(Corpus.mail("koi8-r").from().orElseThrow().name()).isEqualTo("Иван Петров");
        assertThat(Corpus.mail("hungarian-iso-8859-2").text())
                .contains("Nem működik a nyomtató")
                .endsWith("Őrs");
        assertThat(Corpus.mail("hungarian-iso-8859-2").subject()).isEqualTo("Őszi gyűjtés");
        assertThat(Corpus.mail("iso-2022-jp").text()).isEqualTo("プリンターが動きません。");
        assertThat(Corpus.mail("iso-2022-jp").subject()).isEqualTo("印刷できません");
    }

    @Test
    void text_is_derived_from_html_where_none_came() {
        ParsedMail mail = Corpus.mail("persian-html-only");
        assertThat(mail.text()).startsWith("سلام، چاپگر طبقه سوم").doesNotContain("alert");
        assertThat(mail.html()).contains("<p>");
    }

    @Test
    void a_letter_split_over_two_encoded_words_is_one_letter() {
        assertThat(Corpus.mail("encoded-word-splits-letter").subject())
                .isEqualTo("Übermäßig lange Betreffzeile mit Emoji 🖨️ und mehr");
    }

    @Test
    void multiparts_without_parts_without_boundary_or_cut_off_yield_what_is_there() {
        assertThat(Corpus.mail("no-parts").empty()).isTrue();
        assertThat(Corpus.mail("boundary-not-named").text()).contains("Can you read this?");
        ParsedMail cut = Corpus.mail("boundary-never-closed");
        assertThat(cut.text()).isEqualTo("The first part is whole.");
        assertThat(cut.parts()).extracting(MailPart::name).containsExactly("data.bin");
        ParsedMail deep = Corpus.mail("nested-fifty-deep");
        assertThat(deep.subject()).isEqualTo("deep");
        assertThat(deep.faults()).hasSize(1);
    }

    @Test
    void nothing_at_all_is_an_empty_mail() {
        for (String name : new String[] {"empty-file", "only-newlines", "empty-subject-empty-body"}) {
            ParsedMail mail = Corpus.mail(name);
            assertThat(mail.subject()).as(name).isEmpty();
            assertThat(mail.empty()).as(name).isTrue();
        }
        assertThat(Corpus.mail("no-subject-header").text()).isEqualTo("There is no subject line at all.");
    }

    @Test
    void addresses_are_split_before_anything_is_decoded() {
        ParsedMail comma = Corpus.mail("encoded-comma-in-name");
        assertThat(comma.from()).contains(new MailAddress("Müller, Jürgen", "juergen@example.de"));
        assertThat(comma.to())
                .extracting(MailAddress::address)
                .containsExactly("support@pilet.test", "b@example.com", "c@example.com", "d@example.com");
        assertThat(Corpus.mail("encoded-word-in-local-part").from()).isEmpty();
        assertThat(Corpus.mail("quoted-at-in-name").from().orElseThrow().address())
                .isEqualTo("thief@evil.example");
    }

    @Test
    void unlabelled_eight_bit_headers_are_understood() {
        ParsedMail utf8 = Corpus.mail("raw-eight-bit-name");
        assertThat(utf8.from()).contains(new MailAddress("Õnne Äär", "onne@example.ee"));
        assertThat(utf8.to()).containsExactly(new MailAddress("Müller, Jörg", "j@example.de"));
        assertThat(utf8.subject()).isEqualTo("Mõõdukas öö");
        ParsedMail latin1 = Corpus.mail("raw-latin1-name");
        assertThat(latin1.from()).contains(new MailAddress("Jürgen Müller", "j@example.de"));
        assertThat(latin1.subject()).isEqualTo("Grüße aus München");
    }

    @Test
    void attachment_names_are_true_to_the_original() {
        assertThat(Corpus.mail("rfc2231-continuations").parts())
                .extracting(MailPart::name)
                .containsExactly("Õäö pikk nimi.txt", "résumé.doc", "Договор.pdf");
    }

    @Test
    void attachment_names_are_safe() {
        assertThat(Corpus.mail("evil-attachment-names").parts())
                .extracting(MailPart::name)
                .containsExactly(
                        "passwd",
                        "evil.exe",
                        "invoicefdp.exe",
                        "tab null newline X-Evil.txt",
                        "image-5.png",
                        "_con.txt");
    }

    @Test
    void an_attached_mail_is_a_file_and_says_nothing_for_the_outer_one() {
        ParsedMail mail = Corpus.mail("attached-message");
        assertThat(mail.text()).isEqualTo("Please look at the attached mail.");
        assertThat(mail.messageId()).isEqualTo("attached@example.com");
        assertThat(mail.report()).isNull();
        assertThat(mail.parts()).containsExactly(new MailPart(1, "original.eml", "message/rfc822", null, false));
    }

    @Test
    void words_before_and_after_a_picture_are_all_words() {
        ParsedMail mail = Corpus.mail("text-image-text");
        assertThat(mail.text()).isEqualTo("Before the picture.\n\nAfter the picture.");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("shot.png", "log.txt");
        ParsedMail alternative = Corpus.mail("alternative-holds-mixed");
        assertThat(alternative.text()).isEqualTo("Plain words.");
        assertThat(alternative.html()).contains("Rich words").contains("more rich words");
        assertThat(alternative.parts()).extracting(MailPart::name).containsExactly("a.pdf");
        assertThat(Corpus.mail("calendar-invitation").parts())
                .extracting(MailPart::mediaType)
                .containsExactly("text/calendar");
        assertThat(Corpus.mail("no-disposition-root-name").text()).isEqualTo("The body has a name.");
        assertThat(Corpus.mail("only-an-attachment").parts())
                .extracting(MailPart::name)
                .containsExactly("scan.pdf");
    }

    @Test
    void control_characters_do_not_get_through() {
        ParsedMail mail = Corpus.mail("null-bytes-and-controls");
        assertThat(mail.subject()).isEqualTo("nu ll  bell");
        assertThat(mail.text()).isEqualTo("beforeafter[31m end");
        assertThat(Corpus.mail("bare-line-feeds").text()).isEqualTo("line one\nline two");
    }

    @Test
    void broken_transfer_encodings_lose_as_little_as_possible() {
        assertThat(Corpus.mail("broken-base64").text()).startsWith("Hello wor");
        assertThat(Corpus.mail("broken-quoted-printable").text())
                .startsWith("Grü")
                .contains("sse");
        assertThat(Corpus.mail("header-without-colon").text()).contains("body here");
        assertThat(Corpus.mail("header-without-colon").subject()).isEqualTo("odd header");
    }

    @Test
    void references_are_found_in_any_number_and_in_prose() {
        ParsedMail mail = Corpus.mail("long-references");
        assertThat(mail.inReplyTo()).containsExactly("first@example.com");
        assertThat(mail.references()).hasSize(400).startsWith("r0@example.com").endsWith("r399@example.com");
    }

    @Test
    void delivery_reports_say_whom_and_which_mail_they_are_about() {
        DeliveryReport failed = Corpus.mail("bounce-failed").report();
        assertThat(failed.failed()).isTrue();
        assertThat(failed.originalMessageId()).isEqualTo("pilet.original.77@pilet.test");
        assertThat(failed.originalReferences()).containsExactly("first@contoso.example");
        assertThat(failed.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.address()).isEqualTo("gone@contoso.example");
            assertThat(recipient.status()).isEqualTo("5.1.1");
            assertThat(recipient.diagnostic()).contains("User unknown");
        });
        assertThat(Corpus.mail("bounce-delayed").report().failed()).isFalse();
        assertThat(Corpus.mail("bounce-old-style").report().originalMessageId())
                .isEqualTo("pilet.original.78@pilet.test");
    }

    @Test
    void words_beyond_the_limit_are_kept_as_a_file() {
        String head = "From: a@example.com\r\nContent-Type: text/plain\r\n\r\n";
        String body = "All work and no play makes Jack a dull boy.\r\n".repeat(40_000);
        ParsedMail mail = parse(head + body);
        assertThat(mail.textIsWhole()).isFalse();
        assertThat(mail.text()).hasSizeLessThanOrEqualTo(MailReading.LONGEST_TEXT);
        assertThat(mail.parts()).singleElement().satisfies(part -> assertThat(part.mediaType())
                .isEqualTo("text/plain"));
    }

    @Test
    void a_source_that_breaks_is_not_mistaken_for_a_broken_mail() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> MailParser.parse(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk gone");
    }

    private static ParsedMail parse(String mail) {
        return MailParser.parse(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void words_around_a_large_picture_within_html_are_all_read() {
        String html = "<p>Before</p><img src=\"data:image/png;base64," + "A".repeat(1_200_000) + "\"><p>After</p>";
        ParsedMail mail = MailParser.parse(new ByteArrayInputStream(
                ("From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + html).getBytes(StandardCharsets.US_ASCII)));
        assertThat(mail.text()).isEqualTo("Before\n\nAfter");
        assertThat(mail.textIsWhole()).isTrue();
        assertThat(mail.parts()).isEmpty();
    }
}
