package org.pilet.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.security.Permission;

@ExtendWith(PostgresExtension.class)
class QueueCareStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final QueueCareStore store;
    private final QueueStore queues;

    QueueCareStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new QueueCareStore(), sql);
        this.queues = Wiring.wire(new QueueStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update("insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Ada', ?)", NOON);
        sql.update("insert into team (id, name) values (1, 'First line'), (2, 'Accounts')");
        sql.update("insert into category (id, name) values (1, 'IT')");
    }

    private static QueueDraft draft(String name, String address, int version) {
        return new QueueDraft(name, address, 1, 1, Priority.HIGH, List.of(), version);
    }

    private void ticket(long id, long queueId, String status) {
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'S', ?, 'NORMAL', 'QUESTION',"
                        + " 'EMAIL', 'en', 1, ?, 1, ?, ?)",
                id,
                "10" + id,
                status,
                queueId,
                NOON,
                NOON);
    }

    @Test
    void a_new_queue_is_there_with_its_rights_and_counts() {
        long id = store.add(draft(" Printers ", "Printers@Pilet.test", 0));
        store.rights(id, Map.of(1L, Permission.WORK, 2L, Permission.VIEW));
        ticket(1, id, "OPEN");
        ticket(2, id, "CLOSED");

        QueueSettings made = store.find(id).orElseThrow();
        assertThat(made.queue().name()).isEqualTo("Printers");
        assertThat(made.queue().address()).isEqualTo("printers@pilet.test");
        assertThat(made.queue().defaultPriority()).isEqualTo(Priority.HIGH);
        assertThat(made.rights())
                .containsExactly(
                        new QueueRight(2, "Accounts", Permission.VIEW),
                        new QueueRight(1, "First line", Permission.WORK));
        assertThat(made.tickets()).isEqualTo(2);
        assertThat(made.open()).isEqualTo(1);
        assertThat(store.all()).containsExactly(made);
        assertThat(queues.byAddress("PRINTERS@pilet.test")).contains(made.queue());
    }

    @Test
    void a_change_of_what_somebody_else_has_changed_changes_nothing() {
        long id = store.add(draft("Printers", "p@pilet.test", 0));
        assertThat(store.change(id, draft("Paper", "p@pilet.test", 0))).isTrue();
        assertThat(store.change(id, draft("Ink", "p@pilet.test", 0))).isFalse();
        assertThat(store.find(id).orElseThrow().queue().name()).isEqualTo("Paper");
        assertThat(store.change(id, store.find(id).orElseThrow().draft())).isTrue();
    }

    @Test
    void names_and_addresses_belong_to_one_queue_retired_or_not() {
        long id = store.add(draft("Printers", "p@pilet.test", 0));
        store.active(id, false);
        assertThat(queues.active()).isEmpty();
        assertThat(store.isNameTaken("PRINTERS", null)).isTrue();
        assertThat(store.isNameTaken("printers", id)).isFalse();
        assertThat(store.isAddressTaken("p@pilet.test", null)).isTrue();
        assertThat(store.isAddressTaken("q@pilet.test", null)).isFalse();
    }

    @Test
    void retired_ones_come_last_and_what_was_done_is_known() {
        long first = store.add(draft("A", "a@pilet.test", 0));
        store.add(draft("B", "b@pilet.test", 0));
        store.active(first, false);
        store.record(NOON, 1L, first, "RETIRED", null, null);

        assertThat(store.all()).extracting(each -> each.queue().name()).containsExactly("B", "A");
        assertThat(store.changes(5)).containsExactly(new QueueChange(NOON, "Ada", "A", "RETIRED", null, null));
    }

    @Test
    void each_stands_below_its_parent() {
        long hardware = store.add(draft("Hardware", "h@pilet.test", 0));
        store.add(draft("Billing", "b@pilet.test", 0));
        QueueDraft below = new QueueDraft("Printers", "p@pilet.test", 1, 1, Priority.HIGH, List.of(), hardware, 0);
        long printers = store.add(below);
        assertThat(store.all())
                .extracting(each -> each.depth() + each.queue().name())
                .containsExactly("0Billing", "0Hardware", "1Printers");
        assertThat(store.find(printers).orElseThrow().parentName()).isEqualTo("Hardware");
        assertThat(store.isWithin(printers, hardware)).isTrue();
        assertThat(store.isWithin(hardware, printers)).isFalse();
    }
}
