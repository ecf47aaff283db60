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
