package org.pilet.channels.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes arrive, the parser answers, soon, and with nothing that could not be stored. */
class MailParserProperties {

    @Property(tries = 1500)
    void a_mutated_mail_never_fails(@ForAll("corpus") String name, @ForAll long seed) {
        answers(mutated(Corpus.bytes(name), new Random(seed)));
    }

    /** What a regular expression or a careless loop would take hours for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "\"",
                "(",
                "=?a?Q?",
                "a@b,",
                "=?a?B?YQ",
                " \t",
                "''",
                ";x*0*=%",
                "begin 644 x\n",
                "=ybegin line=1 name=x\n",
                "(This file must be converted with BinHex 4.0)\n:",
                "<param>",
                "\u001b$B",
                "From: a\nDate: 1\n",
                "--b\n",
                " \n",
                "<a@b "
            })
    void repetition_is_no_burden(String unit) {
        String much = unit.repeat(200_000 / unit.length());
        answers(bytes("From: " + much.replace("\n", "\n ") + "\nSubject: x\n\n"));
        answers(bytes("From: a@b.example\nSubject: " + much.replace("\n", "\n ") + "\nReferences: "
                + much.replace("\n", "\n ") + "\n\n"));
        answers(bytes("From: a@b.example\nContent-Type: multipart/mixed; boundary=" + much.replace("\n", "\n ") + "\n\n"
                + much));
        answers(bytes("From: mailer-daemon@b.example\nReturn-Path: <>\n\n" + much));
        answers(bytes("From: a@b.example\nContent-Type: text/html\n\n<p>" + much));
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Property(tries = 300)
    void any_bytes_never_fail(@ForAll byte[] bytes) {
        answers(bytes);
    }

    @Property(tries = 500)
    void a_safe_name_holds_no_path_and_no_control(@ForAll String sent) {
        String name = SafeFileName.of(sent, "fallback.bin");
        assertThat(name).isNotBlank().doesNotContain("/", "\\", "\u202E", "\u0000", "\n");
        assertThat(name).isNotEqualTo("..").isNotEqualTo(".");
        assertThat(SafeFileName.of(name, "fallback.bin")).isEqualTo(name);
    }

    /** Parts of one mail under the labels of another: wrong codings, charsets, types and boundaries, nested in each other. */
    @Property(tries = 600)
    void a_mail_put_together_wrongly_never_fails(
            @ForAll("corpus") String one, @ForAll("corpus") String other, @ForAll long seed) {
        answers(assembled(Corpus.bytes(one), Corpus.bytes(other), new Random(seed)));
    }

    private static final String[] TYPES = {
        "text/plain; charset=utf-16",
        "text/plain; charset=iso-2022-jp; format=flowed; delsp=yes",
        "text/html; charset=utf-7",
        "text/calendar; method=REQUEST",
        "text/enriched",
        "text/rtf",
        "text/richtext",
        "application/ms-tnef",
        "application/pkcs7-mime; smime-type=signed-data",
        "message/rfc822",
        "message/delivery-status",
        "message/partial; number=1",
        "multipart/report; report-type=delivery-status; boundary=in",
        "multipart/digest; boundary=out",
        "multipart/alternative",
        "text/plain; charset=hz-gb-2312"
    };

    private static final String[] CODINGS = {"base64", "quoted-printable", "x-uuencode", "7bit", "binary", "nonsense"};

    private static byte[] assembled(byte[] one, byte[] other, Random random) {
        byte[] head = bytes("From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=out\r\n\r\n");
        byte[] mail = head;
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            String part = (random.nextInt(8) == 0 ? "--out--" : "--out") + "\r\nContent-Type: "
                    + TYPES[random.nextInt(TYPES.length)] + "\r\nContent-Transfer-Encoding: "
                    + CODINGS[random.nextInt(CODINGS.length)] + "\r\n\r\n";
            byte[] body = random.nextBoolean() ? one : other;
            int from = random.nextInt(body.length + 1);
            byte[] piece = random.nextInt(3) == 0 ? body : slice(body, from, body.length);
            byte[] written =
                    random.nextInt(3) == 0 ? java.util.Base64.getMimeEncoder().encode(piece) : piece;
            mail = concat(concat(concat(mail, bytes(part)), written), bytes("\r\n"));
        }
        return mail;
    }

    @Provide
    Arbitrary<String> corpus() {
        return Arbitraries.of(Corpus.names());
    }

    private static void answers(byte[] raw) {
        ParsedMail mail = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> MailParser.parse(new ByteArrayInputStream(raw)));
        assertThat(mail.text()).doesNotContain("\u0000");
        assertThat(mail.subject()).doesNotContain("\u0000", "\n", "\r");
        assertThat(mail.parts()).allSatisfy(part -> assertThat(part.name()).doesNotContain("/", "\u0000", "\r"));
        mail.from();
        mail.to();
        mail.references();
        Set<Integer> read = new HashSet<>();
        MailParser.eachPart(new ByteArrayInputStream(raw), (index, decoded) -> {
            decoded.transferTo(sink());
            assertThat(read.add(index)).as("each part once").isTrue();
        });
        assertThat(read).containsAll(mail.parts().stream().map(MailPart::index).toList());
    }

    private static ByteArrayOutputStream sink() {
        return new ByteArrayOutputStream();
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int i = 0; i <= random.nextInt(8) && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = slice(bytes, 0, at);
                case 2 ->
                    bytes = concat(slice(bytes, 0, at), slice(bytes, Math.min(bytes.length, at + 20), bytes.length));
                case 3 -> bytes = concat(slice(bytes, 0, at), slice(bytes, at / 2, bytes.length));
                case 4 -> bytes = concat(bytes, slice(original, 0, random.nextInt(original.length)));
                default ->
                    bytes = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .replace(random.nextBoolean() ? ": " : "\r\n", random.nextBoolean() ? "" : "=?utf-8?B?;\"")
                            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            }
        }
        return bytes;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
