package org.pilet.tickets;

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
class TagStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Author ADA = new Author(1L, "AGENT", "tag-renamed");

    private final Sql sql;
    private final TagStore store;

    TagStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new TagStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update("insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Ada', ?)", NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1), (2, 'Billing', 'b@pilet.test', 1, 1)");
        ticket(1, 1, "OPEN", "printer", "vip");
        ticket(2, 1, "CLOSED", "printers");
        ticket(3, 2, "OPEN", "printer", "printers");
    }

    @Test
    void counts_where_each_tag_stands() {
        assertThat(store.uses("", null, 10))
                .extracting(TagUse::tag, TagUse::tickets, TagUse::open)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("printer", 2L, 2L),
                        org.assertj.core.groups.Tuple.tuple("printers", 2L, 1L),
                        org.assertj.core.groups.Tuple.tuple("vip", 1L, 1L));
        assertThat(store.uses("print", List.of(1L), 10))
                .extracting(TagUse::tickets)
                .containsExactly(1L, 1L);
        assertThat(store.uses("", List.of(), 10)).isEmpty();
    }

    @Test
    void merging_follows_into_every_ticket_and_its_history() {
        assertThat(store.replace("printers", "printer", ADA, NOON)).isEqualTo(2);

        assertThat(tags(1)).isEqualTo("printer,vip");
        assertThat(tags(2)).isEqualTo("printer");
        assertThat(tags(3)).isEqualTo("printer");
        assertThat(history(3)).containsExactly("1 printer, printers -> printer");
        assertThat(history(1)).isEmpty();
    }

    @Test
    void removing_leaves_the_other_tags() {
        assertThat(store.replace("printer", null, ADA, NOON)).isEqualTo(2);

        assertThat(tags(1)).isEqualTo("vip");
        assertThat(tags(3)).isEqualTo("printers");
        assertThat(history(1)).containsExactly("1 printer, vip -> vip");
    }

    @Test
    void taking_back_gives_each_ticket_the_tags_that_it_had() {
        TagsReplaced renamed = store.replaced("printers", "printer", ADA, NOON);
        assertThat(renamed.tickets()).isEqualTo(2);
        assertThat(store.takeBack(renamed.id(), ADA, NOON).orElseThrow().tickets())
                .isEqualTo(2);
        assertThat(tags(1)).isEqualTo("printer,vip");
        assertThat(tags(2)).isEqualTo("printers");
        assertThat(tags(3)).isEqualTo("printer,printers");
        assertThat(store.takeBack(renamed.id(), ADA, NOON)).isEmpty();

        TagsReplaced removed = store.replaced("printer", null, ADA, NOON);
        assertThat(tags(1)).isEqualTo("vip");
        store.takeBack(removed.id(), ADA, NOON);
        assertThat(tags(1)).isEqualTo("printer,vip");
        assertThat(history(1)).contains("2 vip -> printer, vip");
    }

    private String tags(long id) {
        return sql.first(
                        "select string_agg(tag, ',' order by tag) as tags from ticket_tag where ticket_id = ?",
                        row -> row.text("tags"),
                        id)
                .orElse("");
    }

    private List<String> history(long id) {
        return sql.list(
                "select ticket_version, old_value, new_value from ticket_event where ticket_id = ? and kind ="
                        + " 'TAGS_CHANGED' order by id",
                row -> row.number("ticket_version") + " " + row.text("old_value") + " -> " + row.text("new_value"),
                id);
    }

    private void ticket(long id, long queue, String status, String... tags) {
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'S', ?, 'NORMAL', 'QUESTION',"
                        + " 'EMAIL', 'en', 1, ?, 1, ?, ?)",
                id,
                "10" + id,
                status,
                queue,
                NOON,
                NOON);
        for (String tag : tags) {
            sql.update("insert into ticket_tag (ticket_id, tag) values (?, ?)", id, tag);
        }
    }
}
