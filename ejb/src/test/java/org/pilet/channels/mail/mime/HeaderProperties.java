package org.pilet.channels.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Subjects and addresses that another library has written are read as they were meant. */
class HeaderProperties {

    @Property(tries = 500)
    void a_subject_reads_as_it_was_written(
            @ForAll("words") String subject, @ForAll("charsets") String charset, @ForAll("forms") String form)
            throws UnsupportedEncodingException {
        String written = MimeUtility.fold(9, MimeUtility.encodeText(subject, charset, form));
        String read = mail("Subject: " + written).subject();
        assertThat(read.replaceAll("\\s+", " "))
                .isEqualTo(subject.replaceAll("\\s+", " ").strip());
    }

    @Property(tries = 500)
    void an_author_reads_as_written(
            @ForAll("words") String name, @ForAll("charsets") String charset, @ForAll("addresses") String address)
            throws UnsupportedEncodingException {
        String written = new InternetAddress(address, name, charset).toString();
        MailAddress read = mail("From: " + written).from().orElseThrow();
        assertThat(read.address()).isEqualTo(address);
        assertThat(read.name().replaceAll("\\s+", " ").strip())
                .isEqualTo(name.replaceAll("\\s+", " ").strip());
    }

    @Property(tries = 300)
    void a_list_of_recipients_keeps_each_of_them(@ForAll("many") List<String> addresses) {
        String written = addresses.stream()
                .map(address -> "\"Doe, John; (x) <y>\" <" + address + ">")
                .collect(Collectors.joining(",\r\n "));
        assertThat(mail("To: " + written).to().stream().map(MailAddress::address))
                .containsExactlyElementsOf(addresses);
    }

    /** Whatever an encoded word claims, it never becomes an address. */
    @Property(tries = 300)
    void an_encoded_word_is_never_an_account(@ForAll("addresses") String hidden, @ForAll("addresses") String real) {
        String word = "=?utf-8?Q?" + hidden.replace("@", "=40").replace(".", "=2E") + "_=3C"
                + hidden.replace("@", "=40") + "=3E,?=";
        ParsedMail mail = mail("From: " + word + " <" + real + ">");
        assertThat(mail.headers().addresses("From").stream()
                        .filter(MailAddress::usable)
                        .map(MailAddress::address))
                .containsExactly(real);
    }

    private static ParsedMail mail(String header) {
        return MailParser.parse(
                new ByteArrayInputStream((header + "\r\n\r\nwords").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "Printer", "Größe", "õhtul", "ăîșț", "őű", "Привет", "سلام", "印表機", "😀", "it's", "a,b", "(x)",
                        "<y>", "\"q\"", "50%", "=?", "?=", "_", "100 €", "x@y", "a;b", "a\\b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(words -> String.join(" ", words))
                .filter(words -> !words.contains("=? ") && !words.endsWith("=?") && !words.startsWith("?="));
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("UTF-8", "GB18030");
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of("B", "Q");
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of(
                "anna@northwind.test",
                "a.b+c@x.example",
                "o'neil@contoso.example",
                "x_y-z@sub.domain.example",
                "1@2.example");
    }

    @Provide
    Arbitrary<List<String>> many() {
        return addresses().list().ofMinSize(1).ofMaxSize(20);
    }
}
