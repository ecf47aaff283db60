package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawMailTest {

    private static final String HEAD = "From: a@example.com\r\nMessage-ID: <one@example.com>\r\nSubject: x\r\n";

    @Test
    void what_goes_in_comes_out_small_or_large() throws IOException {
        for (int size : new int[] {0, 10, 300_000, 3_000_000}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            byte[] mail = concat((HEAD + "\r\n").getBytes(StandardCharsets.UTF_8), bytes);
            try (RawMail raw = RawMail.spool(new ByteArrayInputStream(mail), 10_000_000)) {
                assertThat(raw.tooLarge()).isFalse();
                assertThat(raw.size()).isEqualTo(mail.length);
                assertThat(raw.open().readAllBytes()).isEqualTo(mail);
                assertThat(raw.open().readAllBytes()).as("a second time").isEqualTo(mail);
                assertThat(raw.header().messageId()).isEqualTo("one@example.com");
            }
        }
    }

    @Test
    void of_a_mail_that_is_too_large_only_the_header_is_kept() throws IOException {
        byte[] mail = (HEAD + "\r\n" + "x".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        try (RawMail raw = RawMail.spool(new ByteArrayInputStream(mail), 20_000)) {
            assertThat(raw.tooLarge()).isTrue();
            assertThat(new String(raw.open().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(HEAD + "\r\n");
        }
    }

    @Test
    void a_mailbox_may_take_less_than_was_spooled() throws IOException {
        byte[] mail = (HEAD + "\r\n" + "x".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        try (RawMail raw = RawMail.spool(new ByteArrayInputStream(mail), 20_000)) {
            raw.limitTo(1_000);
            assertThat(raw.tooLarge()).isTrue();
            assertThat(new String(raw.open().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(HEAD + "\r\n");
        }
    }

    @Test
    void copies_have_the_same_key_whatever_way_they_came_and_other_words_have_another() throws IOException {
        String key = key(HEAD + "\r\nwords");
        assertThat(key("Received: by elsewhere\r\n" + HEAD + "\r\nwords")).isEqualTo(key);
        assertThat(key(HEAD + "\r\nother words")).isNotEqualTo(key);
        assertThat(key("Subject: no id\r\n\r\nwords")).isNotEqualTo(key("Subject: no id either\r\n\r\nwords"));
        assertThat(key("Subject: no id\r\n\r\nwords")).isEqualTo(key("Subject: no id\r\n\r\nwords"));
    }

    @Test
    void the_key_does_not_depend_on_how_lines_end() throws IOException {
        String mail = HEAD + "\r\none\r\n\r\ntwo";
        assertThat(key(mail.replace("\r\n", "\n"))).isEqualTo(key(mail));
        assertThat(key(mail + "\r\n\r\n")).isEqualTo(key(mail));
        assertThat(key("\r\n" + mail)).isEqualTo(key(mail));
        assertThat(key(HEAD + "\r\none\r\ntwo")).isNotEqualTo(key(mail));
    }

    @Test
    void the_key_does_not_depend_on_how_the_bytes_were_cut() throws IOException {
        byte[] mail = (HEAD + "\r\nwords\r\n\r\nmore").getBytes(StandardCharsets.UTF_8);
        try (RawMail whole = RawMail.spool(new ByteArrayInputStream(mail), 1000);
                RawMail single = new RawMail(1000)) {
            for (byte b : mail) {
                single.write(b);
            }
            assertThat(single.dedupKey(single.header())).isEqualTo(whole.dedupKey(whole.header()));
            assertThat(single.open().readAllBytes()).isEqualTo(mail);
        }
    }

    private static String key(String mail) throws IOException {
        try (RawMail raw = RawMail.spool(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)), 100_000)) {
            return raw.dedupKey(raw.header());
        }
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
