package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.BlobRef;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;

@ExtendWith(PostgresExtension.class)
class DraftStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final long ME = 987_001;

    private final Sql sql;
    private final DraftStore store;

    DraftStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new DraftStore(), sql);
    }

    @BeforeEach
    void somebody() {
        sql.update("delete from unsent where person_id = ?", ME);
        sql.update(
                "insert into person (id, kind, name, created_at) values (?, 'AGENT', 'Mari', ?) on conflict do nothing",
                ME,
                NOON);
    }

    @Test
    void keeps_the_last_words_of_each_place_and_counts_the_savings() {
        assertThat(store.save(ME, "ticket/1", "<p>On</p>", Map.of("mode", "PUBLIC"), "page", NOON))
                .isEqualTo(1);
        assertThat(store.save(ME, "ticket/1", "<p>One</p>", Map.of("mode", "INTERNAL", "cc", "a@x.test"), "page", NOON))
                .isEqualTo(2);
        store.save(ME, "new", "", Map.of("subject", "Half a \"subject\" {1}"), "page", NOON.plusSeconds(1));

        DraftView draft = store.find(ME, "ticket/1").orElseThrow();
        assertThat(draft.html()).isEqualTo("<p>One</p>");
        assertThat(draft.writer()).isEqualTo("page");
        assertThat(draft.fields()).isEqualTo(Map.of("mode", "INTERNAL", "cc", "a@x.test"));
        assertThat(store.find(ME, "new").orElseThrow().fields()).containsEntry("subject", "Half a \"subject\" {1}");
        assertThat(store.all(ME)).extracting(DraftView::place).containsExactly("new", "ticket/1");
    }

    @Test
    void an_emptied_draft_is_gone_but_its_count_stays() {
        store.save(ME, "ticket/1", "<p>One</p>", Map.of(), "page", NOON);
        store.save(ME, "ticket/1", "", Map.of(), "page", NOON);

        assertThat(store.all(ME)).isEmpty();
        DraftView left = store.find(ME, "ticket/1").orElseThrow();
        assertThat(left.isEmpty()).isTrue();
        assertThat(left.revision()).isEqualTo(2);
    }

    @Test
    void a_reply_comes_out_of_its_text_as_it_went_in() {
        Reply reply = new Reply(
                7,
                "<p>Hello \"you\" – سلام</p>",
                "a@x.test",
                null,
                List.of(NewAttachment.file("a.txt", "text/plain", new BlobRef(5, 17, "ab"))),
                Status.POSTPONED,
                "holiday",
                NOON,
                null,
                Channel.PORTAL);

        assertThat(ReplyJson.read(7, ReplyJson.write(reply))).isEqualTo(reply);
    }
}
