package org.pilet.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Readings;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

/** Features A4.12: what a ticket has had to do with one of another team names it to nobody who may not see that. */
@ExtendWith(PostgresExtension.class)
class OtherTeamsTicketsTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final long SUPPORT = 1;
    private static final long HR = 2;

    private final Sql sql;
    private final TicketReader reader;
    private final MergeStore merges;

    OtherTeamsTicketsTest(Sql sql) {
        this.sql = sql;
        this.reader = Wiring.wire(new TicketReader(), sql, new Readings());
        this.merges = Wiring.wire(new MergeStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update("insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Ada', ?)", NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1), (2, 'HR', 'h@pilet.test', 1, 1)");
        ticket(7, SUPPORT);
        ticket(8, HR);
        ticket(9, SUPPORT);
        event(1, "LINKED", "108");
        event(2, "LINKED", "109");
        event(3, "MERGED_IN", "108");
        event(4, "SUBJECT_CHANGED", "108");
        merge(1, 8);
        merge(2, 9);
    }

    @Test
    void the_history_leaves_out_links_and_merges_with_it() {
        assertThat(reader.events(7, List.of(SUPPORT)))
                .extracting(TicketEventView::kind)
                .containsExactly("LINKED", "SUBJECT_CHANGED");
        assertThat(reader.events(7, List.of(SUPPORT, HR))).hasSize(4);
        assertThat(reader.events(7, null)).hasSize(4);
    }

    @Test
    void merges_with_it_are_not_listed() {
        assertThat(merges.of(7, NOON, List.of(SUPPORT)))
                .extracting(MergeView::sourceNumber)
                .containsExactly("109");
        assertThat(merges.of(7, NOON, null)).hasSize(2);
    }

    private void merge(long id, long sourceId) {
        sql.update(
                "insert into ticket_merge (id, source_id, target_id, merged_at, source_status, added_tags, added_people,"
                        + " actor_id) values (?, ?, 7, ?, 'OPEN', '{}', '{}', 1)",
                id,
                sourceId,
                NOON);
    }

    private void event(long id, String kind, String value) {
        sql.update(
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_id, actor_kind, new_value, status,"
                        + " queue_id) values (?, 7, ?, ?, ?, 1, 'AGENT', ?, 'OPEN', 1)",
                id,
                id,
                NOON.plusSeconds(id),
                kind,
                value);
    }

    private void ticket(long id, long queueId) {
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'S', 'OPEN', 'NORMAL',"
                        + " 'QUESTION', 'EMAIL', 'en', 1, ?, 1, ?, ?)",
                id,
                "10" + id,
                queueId,
                NOON,
                NOON);
    }
}
