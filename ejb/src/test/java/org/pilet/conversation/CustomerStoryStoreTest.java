package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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
}
