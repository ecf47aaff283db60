package org.pilet.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class LockStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final long MARI = 1;
    private static final long JAAN = 2;

    private final Sql sql;
    private final LockStore store;
    private final CategoryUseStore uses;

    LockStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new LockStore(), sql);
        this.uses = Wiring.wire(new CategoryUseStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update(
                "insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Mari', ?), (2, 'AGENT', 'Jaan', ?)",
                NOON,
                NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT'), (2, 'Computers')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1)");
        for (long id = 1; id <= 3; id++) {
            sql.update(
                    "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                            + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'S', 'OPEN', 'NORMAL',"
                            + " 'QUESTION', 'EMAIL', 'en', ?, 1, 1, ?, ?)",
                    id,
                    "10" + id,
                    id == 3 ? 2 : 1,
                    NOON,
                    NOON);
        }
    }

    @Test
    void a_ticket_is_kept_until_its_time_has_run_out_and_longer_while_something_is_done() {
        store.saveRule(1, 10, false, MARI, NOON);
        store.put(1, MARI, NOON, NOON.plusSeconds(600));

        assertThat(store.others(1, JAAN, NOON.plusSeconds(599)).orElseThrow().name())
                .isEqualTo("Mari");
        assertThat(store.others(1, MARI, NOON)).isEmpty();
        assertThat(store.others(1, JAAN, NOON.plusSeconds(600))).isEmpty();
        assertThat(store.renew(1, JAAN, NOON.plusSeconds(300))).isFalse();
        assertThat(store.renew(1, MARI, NOON.plusSeconds(300))).isTrue();
        assertThat(store.runOut(NOON.plusSeconds(899), 10)).isEmpty();
        assertThat(store.renew(1, MARI, NOON.plusSeconds(900))).isFalse();
        assertThat(store.runOut(NOON.plusSeconds(900), 10)).containsExactly(1L);
    }

    @Test
    void rules_are_told_for_every_queue_and_their_changes_stay() {
        assertThat(store.rules()).extracting(QueueLocking::minutes).containsExactly(0);
        store.saveRule(1, 15, true, JAAN, NOON);
        store.record(NOON, JAAN, 1L, "LOCK_MINUTES", 0, 15);

        QueueLocking rule = store.rule(1).orElseThrow();
        assertThat(rule.minutes()).isEqualTo(15);
        assertThat(rule.changedBy()).isEqualTo("Jaan");
        assertThat(store.changes(1)).extracting(DeskRuleChange::newValue).containsExactly("15");
    }

    @Test
    void merging_categories_takes_tickets_and_queues_along_and_undoing_brings_back_what_stayed() {
        sql.update("insert into category_merge (id, from_id, into_id, merged_at) values (7, 1, 2, ?)", NOON);
        Author ada = new Author(MARI, "AGENT", "category-merged");
        uses.takeAlong(7, 1, 2, ada, NOON);

        assertThat(categories()).isEqualTo("2,2,2");
        assertThat(sql.number("select default_category_id as value from queue")).isEqualTo(2);
        assertThat(sql.number(
                        "select count(*) as value from ticket_event where kind = 'CATEGORY_CHANGED' and old_value ="
                                + " '1' and new_value = '2'"))
                .isEqualTo(2);

        sql.update("update ticket set category_id = 1 where id = 2");
        uses.bringBack(7, 1, 2, ada, NOON);
        assertThat(categories()).isEqualTo("1,1,2");
        assertThat(sql.number("select default_category_id as value from queue")).isEqualTo(1);
        assertThat(uses.uses())
                .filteredOn(use -> use.categoryId() == 1)
                .extracting(CategoryUse::tickets, CategoryUse::open)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, 2L));
    }

    private String categories() {
        return sql.first(
                        "select string_agg(category_id::text, ',' order by id) as ids from ticket",
                        row -> row.text("ids"))
                .orElseThrow();
    }
}
