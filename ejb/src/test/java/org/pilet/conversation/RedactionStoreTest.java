package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class RedactionStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final RedactionStore store;

    RedactionStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new RedactionStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket, blob cascade");
        sql.update("insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Ada', ?)", NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1)");
        for (long id = 1; id <= 3; id++) {
            sql.update(
                    "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                            + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'S', 'OPEN', 'NORMAL',"
                            + " 'QUESTION', 'EMAIL', 'en', 1, 1, 1, ?, ?)",
                    id,
                    "10" + id,
                    NOON,
                    NOON);
        }
        sql.update("insert into ticket_link (from_id, to_id, kind) values (2, 1, 'RELATED')");
        message(11, 1, 0, "my pin is 9999");
        message(12, 1, 1, "thanks");
        message(21, 2, 0, "my pin is 9999");
        message(22, 2, 5, "another matter 9999");
        message(31, 3, 0, "my pin is 9999");
    }

    private void message(long id, long ticketId, int minutes, String text) {
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name, at, subject,"
                        + " body_text, language) values (?, ?, 'PUBLIC', 'CUSTOMER', 'EMAIL', 1, 'Ada', ?, 'S', ?, 'en')",
                id,
                ticketId,
                NOON.plusSeconds(60L * minutes),
                text);
    }

    private long file(long id, long messageId, long blobId) {
        sql.update(
                "insert into blob (id, sha256, size, created_at) values (?, ?, 0, ?) on conflict do nothing",
                blobId,
                new byte[0],
                NOON);
        sql.update(
                "insert into attachment (id, message_id, name, media_type, size, blob_id) values (?, ?, 'pin.txt',"
                        + " 'text/plain', 1, ?)",
                id,
                messageId,
                blobId);
        return blobId;
    }

    private long count(String from, Object... parameters) {
        return sql.number("select count(*) as value from " + from, parameters);
    }

    @Test
    void words_are_looked_for_on_the_ticket_and_in_what_was_split_off_from_it() {
        assertThat(store.lockAround(1)).extracting(RedactionStore.Said::id).containsExactly(11L, 12L, 21L);
        sql.update("update message set mail_message_id = 'a@b' where id in (11, 31)");
        assertThat(store.lockAround(1)).extracting(RedactionStore.Said::id).containsExactly(11L, 12L, 21L, 31L);
    }

    @Test
    void what_was_blacked_out_is_found_no_more() {
        store.blacken(new RedactionStore.Said(11, "S", "my pin is " + Blackening.BAR, null));
        assertThat(count("message where id = 11 and search @@ to_tsquery('simple', '9999')"))
                .isZero();
        assertThat(count("message where id = 11 and search @@ to_tsquery('simple', 'pin')"))
                .isEqualTo(1);
        store.record(11, NOON, 1L, "WORDS", "a secret");
        assertThat(store.of(11)).containsExactly(new RedactionView(NOON, "Ada", "WORDS", "a secret"));
    }

    @Test
    void what_is_not_said_yet_is_found_and_blackened_too() {
        sql.update("delete from unsent");
        sql.update(
                "insert into unsent (person_id, place, body_html, fields, saved_at) values (1, 'ticket/1', '<p>9999</p>',"
                        + " '{\"cc\":\"a@x.test\",\"reason\":\"pin 9999\"}', ?), (1, 'ticket/2', '<p>9999</p>', '{}', ?)",
                NOON,
                NOON);
        sql.update(
                "insert into held_reply (id, ticket_id, author_id, reply, held_at, due_at, state) values (1, 1, 1,"
                        + " ?::jsonb, ?, ?, 'SENT')",
                ReplyJson.write(Reply.of(1, "<p>Your pin is 9999</p>")),
                NOON,
                NOON);
        Blackening black = new Blackening("9999");
        assertThat(store.unsentOn(1)).hasSize(1);
        RedactionStore.Unsent draft = store.unsentOn(1).get(0);
        assertThat(black.json(draft.fields())).contains("a@x.test").doesNotContain("9999");
        store.blacken(new RedactionStore.Unsent(1, "ticket/1", black.html(draft.html()), black.json(draft.fields())));
        assertThat(count("unsent where body_html like '%9999%'")).isEqualTo(1);
        RedactionStore.Waiting sent = store.waitingOn(1).get(0);
        store.blacken(new RedactionStore.Waiting(
                sent.table(),
                sent.id(),
                ReplyJson.write(ReplyJson.read(1, sent.reply()).saying("<p>gone</p>"))));
        assertThat(count("held_reply where reply::text like '%9999%'")).isZero();
    }

    @Test
    void subjects_of_the_past_change_for_nothing_else() {
        sql.update(
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_kind, old_value, new_value,"
                        + " status, queue_id) values (1, 1, 1, now(), 'SUBJECT_CHANGED', 'AGENT', 'a', 'b', 'OPEN', 1)");
        assertThatThrownBy(() -> sql.update("update ticket_event set old_value = 'c' where id = 1"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void of_the_history_only_what_repeats_words_can_be_blacked_out() {
        sql.update("insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_kind, new_value, status,"
                + " queue_id) values (2, 1, 1, now(), 'TASK_ADDED', 'AGENT', 'pin 9999', 'OPEN', 1), (3, 1, 1, now(),"
                + " 'OWNER_CHANGED', 'AGENT', '1', 'OPEN', 1)");
        String redacting =
                "do $$ begin set local pilet.redacting = 'on'; update ticket_event set new_value = 'pin' where id"
                        + " = %d; end $$";
        sql.update(redacting.formatted(2));
        assertThatThrownBy(() -> sql.update(redacting.formatted(3))).hasStackTraceContaining("append-only");
        assertThat(count("ticket_event where id = 2 and new_value = 'pin'")).isEqualTo(1);
    }

    @Test
    void a_removed_file_is_gone_with_its_bytes_from_every_message() {
        long blob = file(1, 11, 70);
        file(2, 21, 70);
        file(3, 12, 71);
        sql.update("update blob set size = 5 where id = 71");
        file(4, 12, 72);
        assertThat(store.filesLike(blob, 1)).isEqualTo(List.of(70L, 72L));
        assertThat(store.messagesWith(List.of(70L, 72L))).isEqualTo(List.of(11L, 12L, 21L));
        store.removeFile(blob);
        store.removeFile(72);
        assertThat(count("blob where id = 70")).isZero();
        assertThat(count("attachment")).isEqualTo(1);
        assertThat(count("blob where id = 71")).isEqualTo(1);
    }
}
