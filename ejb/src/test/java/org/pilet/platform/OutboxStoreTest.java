package org.pilet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class OutboxStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final OutboxStore store;

    OutboxStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new OutboxStore(), sql);
    }

    @BeforeEach
    void empty() {
        sql.update("delete from outbox");
    }

    @Test
    void claims_what_is_due_and_not_what_is_not() {
        put("now", NOON);
        put("later", NOON.plusSeconds(1));

        assertThat(claimed(NOON)).containsExactly("now");
    }

    @Test
    void gives_an_entry_to_one_claimer_until_the_claim_runs_out() {
        put("only", NOON);

        assertThat(claimed(NOON)).containsExactly("only");
        assertThat(claimed(NOON.plusSeconds(299))).isEmpty();
        assertThat(claimed(NOON.plusSeconds(301))).containsExactly("only");
    }

    @Test
    void counts_attempts_and_puts_back_what_failed() {
        put("flaky", NOON);
        OutboxItem first = store.claim(NOON, NOON.plusSeconds(300), 10).get(0);

        store.again(first.id(), NOON.plusSeconds(5), "connection refused");

        assertThat(claimed(NOON.plusSeconds(4))).isEmpty();
        OutboxItem second =
                store.claim(NOON.plusSeconds(5), NOON.plusSeconds(305), 10).get(0);
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.lastError()).isEqualTo("connection refused");
    }

    @Test
    void leaves_the_dead_alone_until_they_are_revived() {
        put("dead", NOON);
        OutboxItem item = store.claim(NOON, NOON.plusSeconds(300), 10).get(0);
        store.dead(item.id(), NOON, "550 no such user");

        assertThat(claimed(NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(store.inState("DEAD", Long.MAX_VALUE, 10))
                .extracting(OutboxItem::id)
                .containsExactly(item.id());

        assertThat(store.revive(item.id(), NOON.plusSeconds(60))).isOne();
        assertThat(claimed(NOON.plusSeconds(60))).containsExactly("dead");
    }

    @Test
    void cancels_only_what_nobody_is_delivering() {
        put("held", NOON.plusSeconds(30));
        put("going", NOON);
        assertThat(claimed(NOON)).containsExactly("going");

        assertThat(store.cancel("test", "held", NOON)).isOne();
        assertThat(store.cancel("test", "going", NOON)).isZero();
        assertThat(claimed(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void pauses_double_up_to_two_hours() {
        assertThat(OutboxEntries.pause(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(OutboxEntries.pause(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(OutboxEntries.pause(11)).isEqualTo(Duration.ofSeconds(5120));
        assertThat(OutboxEntries.pause(12)).isEqualTo(Duration.ofHours(2));
        assertThat(OutboxEntries.pause(40)).isEqualTo(Duration.ofHours(2));
    }

    private void put(String key, Instant dueAt) {
        sql.update(
                "insert into outbox (id, kind, dedup_key, payload, created_at, due_at) values (nextval('outbox_seq'),"
                        + " 'test', ?, '{}', ?, ?)",
                key,
                NOON,
                dueAt);
    }

    private List<String> claimed(Instant now) {
        return store.claim(now, now.plusSeconds(300), 10).stream()
                .map(OutboxItem::dedupKey)
                .toList();
    }
}
