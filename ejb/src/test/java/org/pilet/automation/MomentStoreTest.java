package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pilet.automation.terms.TicketFacts;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;

@ExtendWith(PostgresExtension.class)
class MomentStoreTest {

    private static final Instant NOON = FactSketch.NOON;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Sql sql;
    private final MomentStore store;

    MomentStoreTest(Sql sql) {
        this.sql = sql;
        this.store = new MomentStore(sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, team, category, queue, ticket, automation_rule cascade");
        sql.update("insert into person (id, kind, name, created_at) values (11, 'CUSTOMER', 'Carl', now())");
        sql.update("insert into team (id, name) values (1, 'T')");
        sql.update("insert into category (id, name) values (1, 'C')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Q', 'q@x', 1, 1)");
        sql.update("insert into automation_rule (id, group_id, position, name, active, active_since, trigger_kind,"
                + " definition, changed_at) values (1, 3, 1, 'r', true, now(), 'MOMENT', '{}', now())");
    }

    @Test
    void takes_each_value_once_when_its_time_has_come() {
        ticket(1, "PENDING", NOON);
        assertThat(take(NOON.plus(HOUR).minusMillis(1))).isEmpty();
        assertThat(take(NOON.plus(HOUR))).containsExactly(new MomentStore.Come(1, NOON));
        assertThat(take(NOON.plus(HOUR))).isEmpty();
        sql.update("update ticket set status = 'OPEN', changed_at = ? where id = 1", NOON.plusSeconds(60));
        assertThat(take(NOON.plus(HOUR).plusSeconds(60)))
                .containsExactly(new MomentStore.Come(1, NOON.plusSeconds(60)));
    }

    @Test
    void another_change_leaves_the_status_its_age() {
        ticket(1, "PENDING", NOON);
        sql.update("update ticket set subject = 'x', changed_at = ? where id = 1", NOON.plusSeconds(60));
        sql.update("update ticket set status = status, changed_at = ? where id = 1", NOON.plusSeconds(60));
        assertThat(take(NOON.plus(HOUR))).containsExactly(new MomentStore.Come(1, NOON));
    }

    @Test
    void leaves_the_past_and_what_is_closed_alone() {
        ticket(1, "PENDING", NOON.minus(Duration.ofDays(1)));
        ticket(2, "CLOSED", NOON);
        assertThat(take(NOON.plus(HOUR))).isEmpty();
    }

    @Test
    void rivals_take_each_value_once() throws Exception {
        for (int id = 1; id <= 200; id++) {
            ticket(id, "OPEN", NOON.plusMillis(id));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<MomentStore.Come>>> taken = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                taken.add(nodes.submit(() -> take(NOON.plus(HOUR).plusSeconds(60))));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<MomentStore.Come>> each : taken) {
                each.get().forEach(come -> all.add(come.ticketId()));
            }
            assertThat(all).hasSize(200).doesNotHaveDuplicates();
        } finally {
            nodes.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void every_date_can_be_asked_for(Moment moment) {
        ticket(1, "OPEN", NOON);
        assertThat(store.take(1, moment, HOUR, NOON, NOON.plus(HOUR), 10)).isNotNull();
    }

    @Test
    void reads_the_facts_of_a_ticket() {
        ticket(1, "OPEN", NOON);
        sql.update("insert into category (id, name, parent_id) values (2, 'D', 1)");
        sql.update("update ticket set category_id = 2 where id = 1");
        sql.update("insert into ticket_tag (ticket_id, tag) values (1, 'vip'), (1, 'gold')");
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_name, author_address, at,"
                        + " body_text, language) values (1, 1, 'PUBLIC', 'CUSTOMER', 'EMAIL', 'C', 'c@x', ?, 'words', 'en')",
                NOON);
        TicketFacts facts =
                new FactStore(sql).tickets(List.of(1L), NOON).get(1L).facts();
        assertThat(facts.tags()).containsExactlyInAnyOrder("vip", "gold");
        assertThat(facts.categoryIds()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(facts.lastCustomerAt()).isEqualTo(NOON);
        assertThat(facts.lastAgentAt()).isNull();
        assertThat(facts.statusSince()).isEqualTo(NOON);
        assertThat(new FactStore(sql).message(1, null).address()).isEqualTo("c@x");
    }

    private List<MomentStore.Come> take(Instant now) {
        return store.take(1, Moment.STATUS_SINCE, HOUR, NOON.plus(HOUR).minusSeconds(1), now, 500);
    }

    private void ticket(long id, String status, Instant at) {
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (?, ?, 's', ?, 'NORMAL',"
                        + " 'QUESTION', 'EMAIL', 'en', 1, 1, 11, ?, ?)",
                id,
                "10" + id,
                status,
                at,
                at);
    }
}
