package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.search.Desk.CARL;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.Page;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class MyTicketStoreTest {

    private final Desk desk;
    private final Sql sql;
    private final MyTicketStore store;

    MyTicketStoreTest(Sql sql) {
        this.sql = sql;
        this.desk = new Desk(sql);
        this.store = Wiring.wire(new MyTicketStore(), sql);
    }

    @BeforeEach
    void furnish() {
        desk.furnish();
    }

    @Test
    void shows_own_and_shared_tickets_only() {
        desk.ticket(1, "OPEN", 1);
        desk.ticket(2, "OPEN", 1);
        desk.set(2, "requester_id", 12L);
        desk.ticket(3, "OPEN", 1);
        desk.set(3, "requester_id", 12L);
        sql.update("insert into ticket_participant (ticket_id, person_id) values (2, ?)", CARL);

        assertThat(ids(MyTicketsQuery.all(), null)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(ids(MyTicketsQuery.all(), 2L)).containsExactly(2L);
        assertThat(ids(MyTicketsQuery.all(), 3L)).isEmpty();
    }

    @Test
    void tells_nothing_of_internal_work() {
        desk.ticket(1, "OPEN", 9);
        desk.message(1, "PUBLIC", 1, "Hello");
        desk.message(1, "INTERNAL", 5, "Secret word");
        desk.seen(1, CARL, 2);

        MyTicketRow row = store.page(MyTicketsQuery.all(), desk.customer(CARL, null), null, 5)
                .rows()
                .get(0);
        assertThat(row.words()).isEqualTo("Hello");
        assertThat(row.lastMessageAt()).isEqualTo(Desk.NOON.plusSeconds(60));
        assertThat(row.unread()).isFalse();
        assertThat(ids(new MyTicketsQuery(null, "secret"), null)).isEmpty();
        assertThat(ids(new MyTicketsQuery(null, "hello"), null)).containsExactly(1L);
    }

    @Test
    void divides_open_from_done_and_pages_without_loss() {
        for (int id = 1; id <= 20; id++) {
            desk.ticket(id, id % 2 == 1 ? "CLOSED" : id % 4 == 0 ? "OPEN" : "RESOLVED", 1);
            desk.message(id, "PUBLIC", id / 3, "Words");
        }

        assertThat(ids(new MyTicketsQuery(true, null), null)).hasSize(10).allMatch(id -> id % 2 == 0);
        assertThat(ids(new MyTicketsQuery(false, null), null)).hasSize(10).allMatch(id -> id % 2 == 1);
        List<Long> paged = new ArrayList<>();
        String cursor = null;
        do {
            Page<MyTicketRow> page = store.page(MyTicketsQuery.all(), desk.customer(CARL, null), cursor, 3);
            page.rows().forEach(row -> paged.add(row.id()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(paged).isEqualTo(ids(MyTicketsQuery.all(), null)).hasSize(20);
    }

    private List<Long> ids(MyTicketsQuery query, Long onlyTicketId) {
        return store.page(query, desk.customer(CARL, onlyTicketId), null, 100).rows().stream()
                .map(MyTicketRow::id)
                .toList();
    }
}
