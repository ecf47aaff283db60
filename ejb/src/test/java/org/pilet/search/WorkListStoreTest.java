package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pilet.search.Desk.ANNA;
import static org.pilet.search.Desk.BELA;
import static org.pilet.search.Desk.BILLING;
import static org.pilet.search.Desk.CARL;
import static org.pilet.search.Desk.NOON;
import static org.pilet.search.Desk.SUPPORT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Page;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.search.FoundTickets.Reach;
import org.pilet.security.Caller;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

@ExtendWith(PostgresExtension.class)
class WorkListStoreTest {

    private final Desk desk;
    private final Sql sql;
    private final WorkListStore store;
    private final ViewCountStore views;
    private Caller anna;

    WorkListStoreTest(Sql sql) {
        this.sql = sql;
        this.desk = new Desk(sql);
        this.store = desk.lists(Reach.USUAL);
        this.views = Wiring.wire(new ViewCountStore(), sql);
    }

    @BeforeEach
    void furnish() {
        desk.furnish();
        anna = desk.agentOf(ANNA, SUPPORT);
    }

    @Test
    void shows_what_to_do_next_first() {
        desk.ticket(1, "ANSWERED", 1);
        desk.ticket(2, "OPEN", 30);
        desk.ticket(3, "NEW", 20);
        desk.ticket(4, "OPEN", 10);
        desk.clock(2, "RESOLUTION", NOON.plus(Duration.ofHours(2)), 0);
        desk.clock(4, "FIRST_RESPONSE", NOON.plus(Duration.ofHours(1)), 0);
        desk.clock(4, "RESOLUTION", NOON.plus(Duration.ofHours(9)), 0);
        desk.ticket(5, "PENDING", 2);
        desk.clock(5, "RESOLUTION", null, 0);

        assertThat(ids(WorkListQuery.of(WorkListView.ALL_OPEN))).containsExactly(4L, 2L, 3L, 1L, 5L);
    }

    @ParameterizedTest
    @EnumSource(WorkListSort.class)
    void pages_through_every_order_without_loss_or_doubles(WorkListSort sort) {
        String[] statuses = {"NEW", "OPEN", "ANSWERED", "PENDING"};
        String[] priorities = {"LOW", "NORMAL", "HIGH", "URGENT"};
        for (int id = 1; id <= 40; id++) {
            desk.ticket(id, statuses[id % 4], id / 5);
            desk.set(id, "priority", priorities[id / 3 % 4]);
            desk.set(id, "created_at", NOON.plusSeconds(id / 4));
            if (id % 3 > 0) {
                desk.clock(id, "RESOLUTION", id % 3 == 1 ? NOON.plusSeconds(id / 7) : null, 0);
            }
        }
        WorkListQuery query = WorkListQuery.of(WorkListView.ALL_OPEN).withSort(sort);

        List<Long> whole = ids(query);
        List<Long> paged = new ArrayList<>();
        String cursor = null;
        do {
            Page<WorkListRow> page = store.page(query, anna, NOON, cursor, 7);
            page.rows().forEach(row -> paged.add(row.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(paged).hasSize(40).doesNotHaveDuplicates().isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource(WorkListView.class)
    void never_shows_a_queue_that_was_not_granted(WorkListView view) {
        desk.ticket(1, view == WorkListView.CLOSED ? "CLOSED" : "OPEN", 1);
        desk.set(1, "queue_id", BILLING);
        desk.set(1, "escalated", true);
        if (view == WorkListView.MINE) {
            desk.set(1, "owner_id", ANNA);
        }
        desk.set(1, "responsible_id", ANNA);
        desk.clock(1, "RESOLUTION", NOON.minusSeconds(1), 100);

        assertThat(ids(WorkListQuery.of(view))).isEmpty();
        assertThat(ids(WorkListQuery.of(view).withText("Subject"))).isEmpty();
        assertThat(views.counts(anna, NOON).values()).containsOnly(0L);
        assertThat(store.byNumber("101", anna)).isEmpty();
        assertThat(store.byNumber("101", desk.administrator())).contains(1L);
    }

    @Test
    void shows_what_somebody_has_lost_sight_of() {
        desk.ticket(1, "OPEN", 1); // nobody's for an hour
        desk.ticket(2, "OPEN", 1);
        desk.set(2, "owner_id", ANNA);
        desk.ticket(3, "OPEN", 1);
        desk.set(3, "owner_id", ANNA);
        desk.set(3, "due_at", NOON);
        desk.ticket(4, "ANSWERED", -5 * 24 * 60);
        desk.set(4, "owner_id", ANNA);
        assertThat(store.page(
                                WorkListQuery.of(WorkListView.NEEDS_ATTENTION),
                                anna,
                                NOON.plus(Duration.ofHours(1)),
                                null,
                                10)
                        .rows())
                .extracting(WorkListRow::id)
                .containsExactlyInAnyOrder(1L, 3L, 4L);
        assertThat(store.lost(List.of(1L, 2L, 3L, 4L), anna, NOON.plus(Duration.ofHours(1))))
                .isEqualTo(Map.of(
                        1L, Set.of(LostSight.NOBODYS),
                        3L, Set.of(LostSight.PAST_DATE),
                        4L, Set.of(LostSight.ANSWERED_LONG_AGO)));
        desk.set(1, "queue_id", BILLING);
        assertThat(store.lost(List.of(1L), anna, NOON.plus(Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void a_queue_is_listed_with_those_below_it_and_alone_when_asked_so() {
        desk.ticket(1, "OPEN", 1);
        desk.ticket(2, "OPEN", 1);
        desk.set(2, "queue_id", BILLING);
        sql.update(
                "insert into queue (id, name, address, team_id, default_category_id, parent_id) values (3, 'Dunning',"
                        + " 'dunning@pilet.test', 2, 3, 2)");
        sql.update("update queue set parent_id = 1 where id = 2");
        desk.ticket(3, "OPEN", 1);
        desk.set(3, "queue_id", 3L);
        WorkListQuery support = WorkListQuery.of(WorkListView.ALL_OPEN).withText("queue:#1");
        Caller all = desk.administrator();

        assertThat(found(inQueue(1), all)).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(found(inQueue(2), all)).containsExactlyInAnyOrder(2L, 3L);
        assertThat(found(inQueue(3), all)).containsExactly(3L);
        assertThat(found(support, all)).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(found(support.withText("queue:Billing"), all)).containsExactlyInAnyOrder(2L, 3L);
        assertThat(found(support.withText("queue:=Billing"), all)).containsExactly(2L);
        assertThat(found(support.withText("queue:Support -queue:Billing"), all)).containsExactly(1L);
        assertThat(store.count(inQueue(1), all, NOON, 100)).isEqualTo(new Count(3, false));
        assertThat(store.counts(java.util.Map.of(9L, inQueue(1)), all, NOON, 100))
                .containsEntry(9L, new Count(3, false));
        assertThat(store.ids(inQueue(1), all, NOON, 100)).hasSize(3);
        assertThat(found(inQueue(1), desk.agentOf(ANNA, SUPPORT, 3))).containsExactlyInAnyOrder(1L, 3L);
    }

    private static Map<WorkListView, Count> capped(Map<WorkListView, Long> counts) {
        Map<WorkListView, Count> capped = new EnumMap<>(WorkListView.class);
        counts.forEach((view, count) -> capped.put(view, new Count(Math.min(count, 1), count > 1)));
        return capped;
    }

    private static WorkListQuery inQueue(long queue) {
        return new WorkListQuery(
                WorkListView.ALL_OPEN, queue, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private List<Long> found(WorkListQuery query, Caller caller) {
        return store.page(query, caller, NOON, null, 100).rows().stream()
                .map(WorkListRow::id)
                .toList();
    }

    @Test
    void counts_what_the_views_show() {
        desk.ticket(1, "OPEN", 1);
        desk.ticket(2, "NEW", 1);
        desk.ticket(3, "PENDING", 1);
        desk.ticket(4, "CLOSED", 1);
        desk.ticket(5, "OPEN", 1);
        desk.set(1, "owner_id", ANNA);
        desk.set(3, "owner_id", BELA);
        desk.set(3, "escalated", true);
        desk.set(3, "responsible_id", ANNA);
        desk.set(4, "responsible_id", ANNA);
        desk.set(5, "queue_id", BILLING);
        desk.clock(1, "FIRST_RESPONSE", NOON.plusSeconds(9), 75);
        desk.clock(2, "FIRST_RESPONSE", NOON.plusSeconds(9), 0);
        for (Caller caller : List.of(anna, desk.administrator(), desk.agentOf(BELA, SUPPORT, BILLING))) {
            assertThat(views.counts(caller, NOON, 1)).isEqualTo(capped(views.counts(caller, NOON)));
            views.counts(caller, NOON)
                    .forEach((view, count) -> assertThat(store.page(WorkListQuery.of(view), caller, NOON, null, 100)
                                    .rows())
                            .as(view + " for " + caller.personId())
                            .hasSize(Math.toIntExact(count)));
        }
        assertThat(views.counts(anna, NOON))
                .containsEntry(WorkListView.MINE, 1L)
                .containsEntry(WorkListView.RESPONSIBLE, 1L)
                .containsEntry(WorkListView.TEAM, 3L)
                .containsEntry(WorkListView.UNASSIGNED, 1L)
                .containsEntry(WorkListView.AT_RISK, 1L)
                .containsEntry(WorkListView.ESCALATED, 1L)
                .containsEntry(WorkListView.ALL_OPEN, 3L);
    }

    @Test
    void filters_by_each_property_and_by_all_together() {
        desk.ticket(1, "OPEN", 1);
        desk.ticket(2, "OPEN", 2);
        desk.set(2, "priority", "HIGH");
        desk.set(2, "category_id", 2L);
        desk.set(2, "owner_id", BELA);
        desk.set(2, "channel", "PHONE");
        desk.set(2, "requester_id", 12L);
        desk.set(2, "organisation_id", null);
        desk.set(2, "status", "PENDING");
        desk.set(2, "created_at", NOON.plusSeconds(100));
        sql.update("insert into ticket_tag (ticket_id, tag) values (2, 'vip'), (2, 'vat, eu')");
        WorkListQuery all = new WorkListQuery(
                WorkListView.ALL,
                SUPPORT,
                Set.of(Status.PENDING),
                Priority.HIGH,
                1L,
                "VIP",
                BELA,
                12L,
                null,
                Channel.PHONE,
                "dora",
                NOON.plusSeconds(100),
                NOON.plusSeconds(101),
                null);

        assertThat(ids(all)).containsExactly(2L);
        assertThat(store.page(all, anna, NOON, null, 10).rows().get(0).tags()).containsExactly("vat, eu", "vip");
        assertThat(ids(new WorkListQuery(
                        null, null, null, null, null, null, null, CARL, 1L, null, null, null, null, null)))
                .containsExactly(1L);
    }

    @Test
    void finds_by_number_subject_words_of_a_message_name_and_address() {
        desk.ticket(1, "OPEN", 1);
        desk.set(1, "subject", "Drucker spinnt 100 % _");
        desk.message(1, "INTERNAL", 1, "The toner cartridge was ordered, see O'Reilly");
        desk.ticket(2, "OPEN", 2);
        desk.set(2, "requester_id", 12L);
        WorkListQuery open = WorkListQuery.of(WorkListView.ALL_OPEN);

        assertThat(ids(open.withText("#101"))).containsExactly(1L);
        assertThat(ids(open.withText("۱۰۲"))).containsExactly(2L);
        assertThat(ids(open.withText("ucker"))).containsExactly(1L);
        assertThat(ids(open.withText("100 % _"))).containsExactly(1L);
        assertThat(ids(open.withText("cartridge tone"))).containsExactly(1L);
        assertThat(ids(open.withText("O'Reilly"))).containsExactly(1L);
        assertThat(ids(open.withText("döring"))).containsExactly(2L);
        assertThat(ids(open.withText("else.test"))).containsExactly(2L);
        assertThat(ids(open.withText("cartridge nowhere"))).isEmpty();
        assertThat(ids(open.withText("' | !& <-> :*"))).isEmpty();
    }

    @Test
    void tells_the_last_public_words_the_clock_and_what_is_unread() {
        desk.ticket(1, "OPEN", 5);
        desk.message(1, "PUBLIC", 1, "First");
        desk.message(1, "PUBLIC", 2, "We have\n\n looked   into it");
        desk.message(1, "INTERNAL", 3, "A secret");
        desk.clock(1, "RESOLUTION", NOON.plusSeconds(60), 75);
        desk.seen(1, ANNA, 4);

        WorkListRow row = only();
        assertThat(row.words()).isEqualTo("We have looked into it");
        assertThat(row.clock().dueAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(row.clock().warned()).isTrue();
        assertThat(row.unread()).isTrue();
        assertThat(row.requesterName()).isEqualTo("Carl Customer");
        assertThat(row.organisationName()).isEqualTo("Acme");
        assertThat(row.queueName()).isEqualTo("Support");

        sql.update("update ticket_seen set seen_at = ?", NOON.plusSeconds(300));
        assertThat(only().unread()).isFalse();
    }

    @Test
    void finds_similar_subjects_the_most_alike_first() {
        desk.ticket(1, "OPEN", 1);
        desk.set(1, "subject", "Printer on floor two does not print");
        desk.ticket(2, "CLOSED", 1);
        desk.set(2, "subject", "Printer on floor three does not print");
        desk.ticket(3, "CLOSED", 1);
        desk.set(3, "subject", "Printer does not print");
        desk.ticket(4, "OPEN", 1);
        desk.set(4, "subject", "Invoice");

        assertThat(store.similar(1, anna, 5)).extracting(WorkListRow::id).containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Принтер не печатает", "چاپگر کار نمی‌کند", "Printer ei tööta", "A nyomtató nem működik"})
    void finds_similar_subjects_in_every_language(String subject) {
        desk.ticket(1, "OPEN", 1);
        desk.set(1, "subject", subject);
        desk.ticket(2, "CLOSED", 1);
        desk.set(2, "subject", subject + " 2");
        desk.ticket(3, "CLOSED", 1);
        desk.set(3, "subject", "Invoice");

        assertThat(store.similar(1, anna, 5)).extracting(WorkListRow::id).containsExactly(2L);
    }

    @Test
    void refuses_a_cursor_that_is_not_of_this_order() {
        String changed = new Cursor("CHANGED", List.of(NOON.toString(), "1")).encoded();
        String forged = new Cursor("NEXT_TO_DO", List.of("0", "yesterday", NOON.toString(), "1")).encoded();
        for (String cursor : List.of("", "%%%", "AAAA", changed, forged)) {
            assertThatThrownBy(() -> store.page(WorkListQuery.of(WorkListView.MINE), anna, NOON, cursor, 5))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    private WorkListRow only() {
        return store.page(WorkListQuery.of(WorkListView.ALL_OPEN), anna, NOON, null, 5)
                .rows()
                .get(0);
    }

    private List<Long> ids(WorkListQuery query) {
        return store.page(query, anna, NOON, null, 100).rows().stream()
                .map(WorkListRow::id)
                .toList();
    }
}
