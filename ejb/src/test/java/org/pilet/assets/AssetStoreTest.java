package org.pilet.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class AssetStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final long ANNA = 11;

    private final Sql sql;
    private final AssetStore store;

    AssetStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new AssetStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket, asset cascade");
        sql.update("insert into organisation (id, name) values (1, 'Northwind')");
        sql.update(
                "insert into person (id, kind, name, organisation_id, created_at) values (11, 'CUSTOMER', 'Anna', 1, ?)",
                NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1)");
        for (long id = 7; id <= 8; id++) {
            sql.update(
                    "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                            + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'S', 'OPEN', 'NORMAL',"
                            + " 'QUESTION', 'EMAIL', 'en', 1, 1, 11, ?, ?)",
                    id,
                    "10" + id,
                    NOON,
                    NOON);
        }
    }

    @Test
    void is_found_by_every_word_of_its_name_its_number_or_who_has_it_page_by_page() {
        store.add(asset("Laser printer", "INV-1", null, ANNA), NOON);
        store.add(asset("100% cotton paper", null, 1L, null), NOON);
        store.add(asset("Zip drive", "inv-2", 1L, null), NOON);
        assertThat(names("printer inv", null)).containsExactly("Laser printer");
        assertThat(names("north", null)).containsExactly("100% cotton paper", "Zip drive");
        assertThat(names("anna laser", null)).containsExactly("Laser printer");
        assertThat(names("100%", null)).containsExactly("100% cotton paper");
        assertThat(names("_", null)).isEmpty();
        AssetView first = store.page("", null, null, 1, null).get(0);
        assertThat(names("", first.id())).containsExactly("Laser printer", "Zip drive");
        assertThat(store.isTaken("INV-2", null)).isTrue();
        assertThat(store.of(ANNA, 10, null))
                .extracting(AssetView::name)
                .containsExactly("Laser printer", "100% cotton paper", "Zip drive");
    }

    @Test
    void what_is_retired_or_was_changed_meanwhile_is_told_apart() {
        long id = store.add(asset("Printer", null, null, null), NOON);
        AssetDraft was = AssetDraft.of(store.find(id, null).orElseThrow());
        assertThat(store.change(was.asRetired())).isTrue();
        assertThat(store.change(was)).isFalse();
        assertThat(store.page("", false, null, 10, null)).isEmpty();
        assertThat(store.page("", true, null, 10, null)).hasSize(1);
    }

    @Test
    void a_ticket_tells_of_it_and_takes_it_along_into_another_till_that_is_undone() {
        long printer = store.add(asset("Printer", null, null, null), NOON);
        long paper = store.add(asset("Paper", null, null, null), NOON);
        assertThat(store.link(7, printer, NOON)).isTrue();
        assertThat(store.link(7, printer, NOON)).isFalse();
        store.link(7, paper, NOON);
        store.link(8, paper, NOON);
        sql.update(
                "insert into ticket_merge (id, source_id, target_id, merged_at, source_status, added_tags, added_people,"
                        + " actor_id) values (5, 7, 8, ?, 'OPEN', '{}', '{}', 11)",
                NOON);
        store.takeAlong(5, 7, 8, NOON);
        assertThat(store.on(8, null)).extracting(AssetView::name).containsExactly("Paper", "Printer");
        store.bringBack(5);
        assertThat(store.on(8, null)).extracting(AssetView::name).containsExactly("Paper");
        assertThat(store.tickets(paper, null, 10))
                .extracting(AssetTicket::number)
                .containsExactly("108", "107");
        assertThat(store.tickets(paper, List.of(2L), 10)).isEmpty();
        assertThat(store.find(paper, null).orElseThrow().tickets()).isEqualTo(2);
        assertThat(store.find(paper, List.of(2L)).orElseThrow().tickets())
                .as("tickets that one may not see are not counted either")
                .isZero();
        sql.update("update ticket set status = 'DELETED' where id = 7");
        assertThat(store.on(8, List.of(1L))).extracting(AssetView::tickets).containsExactly(1L);
    }

    private List<String> names(String text, Long after) {
        return store.page(text, null, after, 10, null).stream()
                .map(AssetView::name)
                .toList();
    }

    private static AssetDraft asset(String name, String identifier, Long organisation, Long person) {
        return new AssetDraft(null, name, AssetKind.DEVICE, identifier, organisation, person, null, false, 0);
    }
}
