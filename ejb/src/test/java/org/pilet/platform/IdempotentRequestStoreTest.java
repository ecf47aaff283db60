package org.pilet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class IdempotentRequestStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final byte[] PRINT = {1, 2, 3};

    private final Sql sql;
    private final IdempotentRequestStore store;

    IdempotentRequestStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new IdempotentRequestStore(), sql);
    }

    @BeforeEach
    void empty() {
        sql.update("delete from idempotent_request");
    }

    @Test
    void lets_the_first_claim_a_key_and_keeps_its_answer_for_the_others() {
        assertThat(store.claim(7, "k", PRINT, NOON)).isTrue();
        store.answered(7, "k", IdempotentAnswer.of(201, "/here", "{}"));

        assertThat(store.claim(7, "k", PRINT, NOON)).isFalse();
        assertThat(store.find(7, "k").fingerprint()).isEqualTo(PRINT);
        assertThat(store.find(7, "k").answer()).isEqualTo(new IdempotentAnswer(201, "/here", "{}", true));
    }

    @Test
    void keeps_the_keys_of_callers_apart() {
        assertThat(store.claim(7, "k", PRINT, NOON)).isTrue();
        assertThat(store.claim(8, "k", PRINT, NOON)).isTrue();
    }

    @Test
    void forgets_what_is_old() {
        store.claim(7, "old", PRINT, NOON);
        store.claim(7, "new", PRINT, NOON.plusSeconds(1));

        assertThat(store.forget(NOON.plusSeconds(1))).isOne();
        assertThat(store.claim(7, "new", PRINT, NOON)).isFalse();
        assertThat(store.claim(7, "old", PRINT, NOON)).isTrue();
    }
}
