package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class DuplicateStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final DuplicateStore store;

    DuplicateStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new DuplicateStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update("insert into person (id, kind, name, created_at) values (1, 'CUSTOMER', 'Carl', ?)", NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1)");
        ticket(1, "OPEN");
        ticket(2, "OPEN");
        ticket(3, "CLOSED");
        ticket(4, "PENDING");
        sql.update(
                "insert into ticket_link (from_id, to_id, kind) values (2, 1, 'DUPLICATE_OF'), (3, 1, 'DUPLICATE_OF'),"
                        + " (4, 1, 'RELATED'), (1, 4, 'DUPLICATE_OF')");
    }

    @Test
    void finds_those_in_work_that_repeat_a_ticket_and_no_others() {
        assertThat(store.openOnes(1)).containsExactly(2L);
        assertThat(store.openOnes(4)).containsExactly(1L);
        assertThat(store.openOnes(2)).isEmpty();
    }

    @Test
    void a_duplicate_waits_until_the_other_is_solved_and_still_its_master() {
        assertThat(store.isSolvedWith(2, 1)).isFalse();
        sql.update("update ticket set status = 'RESOLVED' where id = 1");
        assertThat(store.isSolvedWith(2, 1)).isTrue();
        sql.update("delete from ticket_link where from_id = 2");
        assertThat(store.isSolvedWith(2, 1)).isFalse();
    }

    @Test
    void an_administrator_switches_it_off_by_removing_its_words() {
        sql.update("delete from canned_response where shortcut = 'duplicate-solved'");
        assertThat(store.words()).isEmpty();
        sql.update("insert into canned_response (id, shortcut, title) values (3, 'duplicate-solved', 'Solved')");
        assertThat(store.words()).contains(3L);
    }

    private void ticket(long id, String status) {
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'S', ?, 'NORMAL', 'QUESTION',"
                        + " 'EMAIL', 'en', 1, 1, 1, ?, ?)",
                id,
                "10" + id,
                status,
                NOON,
                NOON);
    }
}
