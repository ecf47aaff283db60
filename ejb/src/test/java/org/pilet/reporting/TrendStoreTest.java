package org.pilet.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class TrendStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final TrendStore store;
    private long next;

    TrendStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new TrendStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update("insert into person (id, kind, name, created_at) values (1, 'CUSTOMER', 'Anna', ?)", NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'Printers'), (2, 'Mail')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1), (2, 'HR', 'h@pilet.test', 1, 1)");
        for (int i = 0; i < 9; i++) {
            ticket(1, 1, "OPEN", NOON.minus(Duration.ofHours(2 + i)), "jam");
        }
        ticket(1, 1, "OPEN", NOON.minus(Duration.ofDays(8)), "jam");
        ticket(2, 1, "OPEN", NOON.minus(Duration.ofDays(1)), null);
        ticket(2, 1, "CLOSED", NOON.minus(Duration.ofDays(9)), null);
        ticket(2, 1, "SPAM", NOON.minus(Duration.ofDays(1)), null);
        ticket(2, 2, "OPEN", NOON.minus(Duration.ofDays(1)), null);
    }

    @Test
    void tells_what_became_more_from_what_may_be_chance() {
        List<Trend> trends = store.between(TrendOf.CATEGORY, NOON.minus(Duration.ofDays(14)), NOON, List.of(1L));
        Trend printers = named(trends, "Printers");
        assertThat(printers.now()).isEqualTo(9);
        assertThat(printers.before()).isEqualTo(1);
        assertThat(printers.isRising()).isTrue();
        assertThat(printers.percent()).isEqualTo(800);
        assertThat(printers.parts()).hasSize(TrendStore.PARTS).endsWith(9L);
        Trend mail = named(trends, "Mail");
        assertThat(mail.now()).isEqualTo(1);
        assertThat(mail.before()).isEqualTo(1);
        assertThat(mail.isRising()).isFalse();
        assertThat(named(store.between(TrendOf.CATEGORY, NOON.minus(Duration.ofDays(14)), NOON, null), "Mail")
                        .now())
                .isEqualTo(2);
    }

    @Test
    void counts_tags_too() {
        List<Trend> trends = store.between(TrendOf.TAG, NOON.minus(Duration.ofDays(14)), NOON, null);
        assertThat(trends).extracting(Trend::key).containsExactly("jam");
        assertThat(trends.get(0).now()).isEqualTo(9);
    }

    private static Trend named(List<Trend> trends, String name) {
        return trends.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void ticket(long category, long queue, String status, Instant at, String tag) {
        next++;
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'S', ?, 'NORMAL', 'QUESTION',"
                        + " 'EMAIL', 'en', ?, ?, 1, ?, ?)",
                next,
                String.valueOf(100 + next),
                status,
                category,
                queue,
                at,
                at);
        if (tag != null) {
            sql.update("insert into ticket_tag (ticket_id, tag) values (?, ?)", next, tag);
        }
    }
}
