package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pilet.search.Desk.ANNA;
import static org.pilet.search.Desk.BELA;
import static org.pilet.search.Desk.BILLING;
import static org.pilet.search.Desk.CARL;
import static org.pilet.search.Desk.NOON;
import static org.pilet.search.Desk.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Page;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.search.FoundTickets.Reach;
import org.pilet.security.Caller;

@ExtendWith(PostgresExtension.class)
class SearchConditionTest {

    private final Desk desk;
    private final Sql sql;
    private final WorkListStore store;
    private Caller anna;

    SearchConditionTest(Sql sql) {
        this.sql = sql;
        this.desk = new Desk(sql);
        this.store = desk.lists(Reach.USUAL);
    }

    @BeforeEach
    void furnish() {
        desk.furnish();
        anna = desk.agentOf(ANNA, SUPPORT);
        desk.ticket(1, "OPEN", 1);
        desk.set(1, "owner_id", ANNA);
        desk.set(1, "subject", "Paper jam in the tray");
        desk.set(1, "priority", "HIGH");
        desk.set(1, "category_id", 2L);
        desk.message(1, "PUBLIC", 1, "The printer eats paper tray by tray");
        desk.ticket(2, "PENDING", 2);
        desk.set(2, "owner_id", BELA);
        desk.set(2, "requester_id", 12L);
        desk.set(2, "organisation_id", null);
        desk.set(2, "created_at", NOON.minusSeconds(9 * 86400));
        desk.set(2, "wake_up_at", NOON.plusSeconds(3600));
        desk.set(2, "escalated", true);
        desk.message(2, "INTERNAL", 1, "The tray of paper is a secret");
        sql.update("insert into ticket_tag (ticket_id, tag) values (2, 'vip')");
        sql.update("insert into ticket_participant (ticket_id, person_id) values (2, ?)", CARL);
        sql.update(
                "insert into asset (id, name, kind, identifier, created_at) values (1, 'Big laser', 'DEVICE',"
                        + " 'SN-77', ?)",
                NOON);
        sql.update("insert into ticket_asset (ticket_id, asset_id, linked_at) values (2, 1, ?)", NOON);
        desk.ticket(3, "CLOSED", 3);
        desk.set(3, "closed_at", NOON);
        desk.clock(3, "RESOLUTION", NOON.minusSeconds(60), 100);
        desk.seen(3, ANNA, 5);
        desk.ticket(4, "OPEN", 4);
        desk.set(4, "queue_id", BILLING);
        desk.set(4, "subject", "Paper of another team");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status:open | 1",
                "status:open,pending | 1 2",
                "-status:open | 2 3",
                "priority:high | 1",
                "queue:sup | 1 2 3",
                "queue:Billing | ''",
                "team:\"First line\" | 1 2 3",
                "team:#1 | 1 2 3",
                "queue:#1 | 1 2 3",
                "queue:#99 | ''",
                "queue:=support | 1 2 3",
                "queue:=#1 | 1 2 3",
                "asset:laser | 2",
                "asset:SN-77 | 2",
                "asset:#1 | 2",
                "asset:none | 1 3",
                "has:asset | 2",
                "category:#1 | 1 2 3",
                "category:#2 | 1",
                "owner:#2 | 2",
                "-owner:#1 | 2 3",
                "requester:#11 | 1 3",
                "organisation:#1 | 1 3",
                "participant:#11 | 2",
                "category:it | 1 2 3",
                "category:printers | 1",
                "owner:me | 1",
                "owner:bela@ | 2",
                "owner:nobody | 3",
                "-owner:me | 2 3",
                "requester:carl | 1 3",
                "requester:else.test | 2",
                "organisation:acme | 1 3",
                "organisation:none | 2",
                "participant:carl | 2",
                "tag:VIP | 2",
                "-tag:vip | 1 3",
                "subject:jam | 1",
                "number:102 | 2",
                "language:en | 1 2 3",
                "type:question | 1 2 3",
                "channel:phone | ''",
                "message:printer | 1",
                "note:secret | 2",
                "message:secret | ''",
                "file:log | ''",
                "created:7d | 1 3",
                "created:>7d | 2",
                "created:2026-11-02 | 1 3",
                "created:<2026-11-01 | 2",
                "closed:today | 3",
                "closed:never | 1 2",
                "wakes:2h | 2",
                "due:never | 1 2",
                "is:open | 1 2",
                "is:closed | 3",
                "is:waiting | 2",
                "is:mine | 1",
                "is:unassigned | 3",
                "is:escalated | 2",
                "is:overdue | 3",
                "is:risk | 3",
                "is:unread | 1 2",
                "is:unanswered | 1 2 3",
                "has:tag | 2",
                "has:note | 2",
                "has:due | 3",
                "has:file | ''",
                "has:link | ''",
                "paper | 1 2",
                "\"paper tray\" | 1",
                "paper -printer | 2",
                "paper OR is:closed | 1 2 3",
                "(paper is:mine) OR tag:vip | 1 2",
                "-(is:open OR is:closed) | ''",
                "paper status:open | 1"
            })
    void finds(String typed, String expected) {
        List<Long> wanted = expected.isEmpty()
                ? List.of()
                : java.util.stream.Stream.of(expected.split(" "))
                        .map(Long::valueOf)
                        .toList();
        assertThat(ids(typed, anna)).as(typed).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(store.count(query(typed), anna, NOON, 100)).as(typed).isEqualTo(new Count(wanted.size(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status:broken", "is:happy", "has:fun", "created:soon", "due:>", "priority:1"})
    void says_what_it_does_not_understand(String typed) {
        assertThatThrownBy(() -> ids(typed, anna)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void every_field_that_has_fixed_words_takes_each_of_them() {
        for (SearchField field : SearchField.values()) {
            field.words().forEach(word -> assertThat(ids(field.word() + ":" + word, anna))
                    .isNotNull());
        }
    }

    @Test
    void no_operator_reaches_another_teams_ticket() {
        for (String typed : List.of("paper OR is:open", "-tag:nothing", "queue:billing", "number:104", "-(x)")) {
            assertThat(ids(typed, anna)).as(typed).doesNotContain(4L);
            assertThat(store.counts(Map.of(7L, query(typed)), anna, NOON, 100).get(7L))
                    .isEqualTo(new Count(ids(typed, anna).size(), false));
            assertThat(store.ids(query(typed), anna, NOON, 100)).doesNotContain(4L);
        }
    }

    @Test
    void counts_no_further_than_asked() {
        assertThat(store.count(query("is:open"), desk.administrator(), NOON, 2)).isEqualTo(new Count(2, true));
    }

    @Test
    void shows_where_the_words_stand() {
        WorkListRow row =
                store.page(query("eat tray"), anna, NOON, null, 5).rows().get(0);
        assertThat(row.words()).isEqualTo("printer \u0002eats\u0003 paper \u0002tray\u0003 by \u0002tray\u0003");
    }

    @ParameterizedTest
    @EnumSource(WorkListGroup.class)
    void pages_through_every_group_without_loss_or_doubles(WorkListGroup group) {
        String[] statuses = {"NEW", "OPEN", "ANSWERED", "PENDING"};
        for (int id = 11; id <= 40; id++) {
            desk.ticket(id, statuses[id % 4], id / 5);
            desk.set(id, "owner_id", id % 3 == 0 ? null : (Object) (id % 3 == 1 ? ANNA : BELA));
            desk.set(id, "category_id", (long) (id % 3 + 1));
            desk.set(id, "priority", id % 2 == 0 ? "LOW" : "URGENT");
        }
        for (WorkListSort sort : WorkListSort.values()) {
            WorkListQuery query = WorkListQuery.of(WorkListView.ALL, null, sort, group);
            List<WorkListRow> paged = new ArrayList<>();
            String cursor = null;
            do {
                Page<WorkListRow> page = store.page(query, anna, NOON, cursor, 7);
                paged.addAll(page.rows());
                cursor = page.next();
            } while (cursor != null);
            assertThat(paged).extracting(WorkListRow::id).hasSize(33).doesNotHaveDuplicates();
            assertThat(paged).extracting(row -> group.value(row)).isSorted();
        }
    }

    private static WorkListQuery query(String typed) {
        return WorkListQuery.of(WorkListView.ALL).withText(typed);
    }

    private List<Long> ids(String typed, Caller caller) {
        return store.page(query(typed), caller, NOON, null, 100).rows().stream()
                .map(WorkListRow::id)
                .toList();
    }
}
