package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.conversation.MessagesRedacted;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class RedactedMailTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final Blobs blobs;
    private final RedactedMail mail;

    RedactedMailTest(Sql sql) {
        this.sql = sql;
        this.blobs = new Blobs(sql, new Clock());
        this.mail = Wiring.wire(new RedactedMail(), Wiring.wire(new RedactedMailStore(), sql), blobs);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket, blob, mailbox cascade");
        sql.update("insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Ada', ?)", NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1)");
        sql.update("insert into mailbox (id, address, queue_id, protocol, largest, next_poll_at) values (1,"
                + " 's@pilet.test', 1, 'PIPE', 1000, now()), (2, 't@pilet.test', 1, 'PIPE', 1000, now())");
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id, queue_id,"
                        + " requester_id, created_at, changed_at) values (1, '101', 'S', 'OPEN', 'NORMAL', 'QUESTION',"
                        + " 'EMAIL', 'en', 1, 1, 1, ?, ?)",
                NOON,
                NOON);
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name, at, body_text,"
                        + " language) values (11, 1, 'PUBLIC', 'CUSTOMER', 'EMAIL', 1, 'Ada', ?, 'pin', 'en')",
                NOON);
        mail(1, 1, "same", 11L);
        mail(2, 2, "same", null);
        mail(3, 1, "other", null);
    }

    private void mail(long id, long mailboxId, String key, Long messageId) {
        long raw = blobs.store(new ByteArrayInputStream("Subject: s\r\n\r\npin 9999".getBytes(StandardCharsets.UTF_8)))
                .id();
        sql.update(
                "insert into inbound_mail (id, mailbox_id, dedup_key, raw_blob_id, size, received_at, subject, state,"
                        + " message_id) values (?, ?, ?, ?, 22, ?, 's', 'DONE', ?)",
                id,
                mailboxId,
                key,
                raw,
                NOON,
                messageId);
    }

    private String raw(long id) throws IOException {
        long blob = sql.number("select raw_blob_id as value from inbound_mail where id = ?", id);
        try (InputStream bytes = blobs.open(blob)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_original_is_gone_from_every_mailbox_that_got_it_and_from_no_other() throws IOException {
        mail.redacted(new MessagesRedacted(List.of(11L), NOON));

        assertThat(raw(1)).doesNotContain("9999").contains("was removed");
        assertThat(raw(2)).doesNotContain("9999");
        assertThat(raw(3)).contains("9999");
        assertThat(sql.number("select count(*) as value from blob")).isEqualTo(3);
    }
}
