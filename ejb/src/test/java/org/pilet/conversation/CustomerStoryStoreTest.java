package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.conversation.CustomerStoryStore.Place;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class CustomerStoryStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Place END = new Place(NOON.plusSeconds(9999), Long.MAX_VALUE);

    private final Sql sql;
    private final CustomerStoryStore store;

    CustomerStoryStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new CustomerStoryStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update("insert into organisation (id, name) values (1, 'Acme')");
        sql.update(
                "insert into person (id, kind, name, created_at, organisation_id) values (1, 'CUSTOMER', 'Anna', ?, 1),"
                        + " (2, 'CUSTOMER', 'Bela', ?, 1), (3, 'CUSTOMER', 'Carl', ?, null)",
                NOON,
                NOON,
                NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1), (2, 'Other', 'o@pilet.test', 1, 1)");
        ticket(1, 1, 1L, 1);
        ticket(2, 2, 1L, 1);
        ticket(3, 3, null, 1);
        ticket(4, 1, 1L, 2);
        message(11, 1, 0);
        message(12, 1, 5);
        message(21, 2, 3);
        message(31, 3, 4);
        message(41, 4, 1);
    }

    private void ticket(long id, long requester, Long organisation, long queue) {
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, organisation_id, created_at, changed_at) values (?, ?, 'S', 'CLOSED',"
                        + " 'NORMAL', 'QUESTION', 'EMAIL', 'en', 1, ?, ?, ?, ?, ?)",
                id,
                "10" + id,
                queue,
                requester,
                organisation,
                NOON,
                NOON);
    }

    private void message(long id, long ticketId, int minutes) {
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name, at, subject,"
                        + " body_text, language) values (?, ?, 'PUBLIC', 'CUSTOMER', 'EMAIL', 1, 'Anna', ?, 'S', 'Words',"
                        + " 'en')",
                id,
                ticketId,
                NOON.plusSeconds(60L * minutes));
        sql.update(
                "update ticket set changed_at = greatest(changed_at, ?) where id = ?",
                NOON.plusSeconds(60L * minutes),
                ticketId);
    }

    @Test
    void a_customer_s_words_come_from_all_their_tickets_the_last_first() {
        assertThat(store.ofPerson(1, null, END, 10))
                .extracting(SaidLine::messageId)
                .containsExactly(12L, 41L, 11L);
        assertThat(store.ofPerson(1, List.of(1L), END, 10))
                .extracting(SaidLine::messageId)
                .containsExactly(12L, 11L);
        assertThat(store.ofPerson(1, null, new Place(NOON.plusSeconds(60), 41), 10))
                .extracting(SaidLine::messageId)
                .containsExactly(11L);
    }

    @Test
    void an_organisation_s_words_are_those_of_all_its_people() {
        assertThat(store.ofOrganisation(1, List.of(1L), END, 10))
                .extracting(SaidLine::messageId)
                .containsExactly(12L, 21L, 11L);
        sql.update("update ticket set status = 'DELETED' where id = 2");
        assertThat(store.ofOrganisation(1, List.of(1L), END, 2))
                .extracting(SaidLine::messageId)
                .containsExactly(12L, 11L);
    }

    @Test
    void the_words_are_the_same_however_few_tickets_are_looked_at_first() {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            ticket(100 + i, 1, 1L, 1);
            for (int each = 0; each <= random.nextInt(4); each++) {
                message(1000 + 10 * i + each, 100 + i, random.nextInt(200));
            }
        }
        for (int nearest : List.of(1, 5, 20, 41, 42, 43, 1000)) {
            CustomerStoryStore near = Wiring.wire(new CustomerStoryStore(nearest), sql);
            Place before = new Place(NOON.plusSeconds(99_999), Long.MAX_VALUE);
            List<Long> all = sql.list(
                    "select m.id from message m join ticket t on t.id = m.ticket_id where t.organisation_id = 1 order by"
                            + " m.at desc, m.id desc",
                    row -> row.number("id"));
            for (int read = 0; read < all.size(); ) {
                List<SaidLine> page = near.ofOrganisation(1, null, before, 7);
                assertThat(page)
                        .extracting(SaidLine::messageId)
                        .isEqualTo(all.subList(read, Math.min(read + 7, all.size())));
                read += page.size();
                SaidLine last = page.get(page.size() - 1);
                before = new Place(last.at(), last.messageId());
            }
        }
    }
}
