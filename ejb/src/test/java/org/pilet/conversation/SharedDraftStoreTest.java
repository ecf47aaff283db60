package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class SharedDraftStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final long MARI = 1;
    private static final long JAAN = 2;

    private final Sql sql;
    private final SharedDraftStore store;

    SharedDraftStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new SharedDraftStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update(
                "insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Mari', ?), (2, 'AGENT', 'Jaan', ?),"
                        + " (11, 'CUSTOMER', 'Anna', ?)",
                NOON,
                NOON,
                NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1)");
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (7, '107', 'S', 'OPEN', 'NORMAL',"
                        + " 'QUESTION', 'EMAIL', 'en', 1, 1, 11, ?, ?)",
                NOON,
                NOON);
    }

    @Test
    void is_shown_to_whom_it_is_meant_for_and_keeps_what_was_said_till_it_is_sent() {
        long id = store.show(Reply.of(7, "<p>Dear <b>Anna</b></p>"), MARI, JAAN, null, NOON);
        store.comment(id, JAAN, "Kinder, please", NOON);
        assertThat(store.waitingFor(JAAN, List.of(), null))
                .extracting(SharedDraftView::text)
                .containsExactly("Dear Anna");
        assertThat(store.waitingFor(JAAN, List.of(), List.of(2L))).isEmpty();
        assertThat(store.waitingFor(MARI, List.of(1L), null)).isEmpty();
        assertThat(store.others(7, JAAN)).contains("Mari");
        assertThat(store.others(7, MARI)).isEmpty();

        store.take(id, JAAN);
        assertThat(store.on(7)).isEmpty();
        assertThat(store.lock(id)).isEmpty();
        assertThat(store.show(Reply.of(7, "<p>Dearest Anna</p>"), JAAN, null, 1L, NOON))
                .isEqualTo(id);
        SharedDraftView again = store.on(7).get(0);
        assertThat(again.authorName()).isEqualTo("Jaan");
        assertThat(again.reviewerName()).isEqualTo("First line");
        assertThat(again.comments()).extracting(SharedDraftView.Comment::text).containsExactly("Kinder, please");
        assertThat(store.waitingFor(MARI, List.of(1L), null)).hasSize(1);

        store.approve(id, MARI);
        assertThat(store.on(7).get(0).approvedBy()).isEqualTo("Mari");
        assertThat(store.waitingFor(MARI, List.of(1L), null)).isEmpty();
        store.take(id, JAAN);
        store.sent(7, JAAN);
        assertThat(store.show(Reply.of(7, "<p>Another</p>"), JAAN, MARI, null, NOON))
                .isNotEqualTo(id);
    }
}
