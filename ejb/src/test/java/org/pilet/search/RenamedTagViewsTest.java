package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.tickets.TagRenamed;

@ExtendWith(PostgresExtension.class)
class RenamedTagViewsTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final RenamedTagViews views;

    RenamedTagViewsTest(Sql sql) {
        this.sql = sql;
        this.views = Wiring.wire(new RenamedTagViews(), Wiring.wire(new SavedViewStore(), sql));
    }

    @Test
    void a_search_asks_for_what_the_tag_has_become() {
        assertThat(rewritten("is:open tag:vip")).isEqualTo("is:open tag:guests");
        assertThat(rewritten("-tag:VIP (tag:\"vip\" OR vip)")).isEqualTo("-tag:guests (tag:guests OR vip)");
        assertThat(rewritten("tag:slow,\"a b\",vip")).isEqualTo("tag:slow,\"a b\",guests");
        assertThat(RenamedTagViews.rewritten("tag:\"old printers\" x", "old printers", "new, printers"))
                .isEqualTo("tag:\"new, printers\" x");
    }

    @Test
    void what_means_something_else_stays() {
        assertThat(rewritten("tag:vips vip subject:vip hashtag:vip")).isEqualTo("tag:vips vip subject:vip hashtag:vip");
    }

    @Test
    void undoing_brings_back_what_nobody_has_changed_since() {
        sql.update("truncate saved_view, tag_change cascade");
        sql.update(
                "insert into saved_view (id, name, view, search_text, sort, grouping) values (1, 'One', 'ALL', 'tag:vip',"
                        + " 'CHANGED', 'NONE'), (2, 'Two', 'ALL', 'tag:vip is:open', 'CHANGED', 'NONE'), (3, 'Three', 'ALL',"
                        + " 'tag:slow', 'CHANGED', 'NONE')");
        sql.update("insert into tag_change (id, tag, became, at) values (5, 'vip', 'guests', ?)", NOON);

        views.renamed(new TagRenamed(5, "vip", "guests", NOON, false));
        assertThat(searches()).isEqualTo("tag:guests|tag:guests is:open|tag:slow");

        sql.update("update saved_view set search_text = 'tag:guests mine' where id = 2");
        views.renamed(new TagRenamed(5, null, null, NOON, true));
        assertThat(searches()).isEqualTo("tag:vip|tag:guests mine|tag:slow");
    }

    private String searches() {
        return sql.first(
                        "select string_agg(search_text, '|' order by id) as text from saved_view",
                        row -> row.text("text"))
                .orElseThrow();
    }

    private static String rewritten(String search) {
        return RenamedTagViews.rewritten(search, "vip", "guests");
    }
}
