package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.tickets.TagRenamed;

@ExtendWith(PostgresExtension.class)
class RenamedRuleTagsTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final RenamedRuleTags tags;

    RenamedRuleTagsTest(Sql sql) {
        this.sql = sql;
        this.tags = Wiring.wire(new RenamedRuleTags(), Wiring.wire(new RuleRewriteStore(), sql));
    }

    @Test
    void conditions_and_actions_name_what_the_tag_has_become() {
        String rule =
                "{\"when\":{\"all\":[{\"kind\":\"tag\",\"anyOf\":\"slow, VIP;guests\"}]},\"actions\":[{\"kind\":\"untag\","
                        + "\"tag\":\"vip\"},{\"kind\":\"note\",\"text\":\"vip\"},{\"kind\":\"tag\",\"tag\":\"vips\"}]}";
        assertThat(rewritten(rule))
                .isEqualTo(
                        "{\"when\":{\"all\":[{\"kind\":\"tag\",\"anyOf\":\"slow, guests\"}]},\"actions\":[{\"kind\":\"untag\","
                                + "\"tag\":\"guests\"},{\"kind\":\"note\",\"text\":\"vip\"},{\"kind\":\"tag\",\"tag\":\"vips\"}]}");
    }

    @Test
    void a_rule_that_does_not_name_it_stays_as_it_was_written() {
        String rule = "{ \"actions\": [{\"kind\":\"tag\", \"tag\":\"vips, slow\"}] }";
        assertThat(rewritten(rule)).isSameAs(rule);
    }

    @Test
    void undoing_brings_a_macro_back() {
        sql.update("truncate macro, tag_change cascade");
        String before = "{\"actions\":[{\"kind\":\"tag\",\"tag\":\"vip\"}]}";
        sql.update("insert into macro (id, name, position, definition, active) values (1, 'M', 1, ?, true)", before);
        sql.update("insert into tag_change (id, tag, became, at) values (5, 'vip', 'guests', ?)", NOON);

        tags.renamed(new TagRenamed(5, "vip", "guests", NOON, false));
        assertThat(definition()).contains("guests").doesNotContain("vip");

        tags.renamed(new TagRenamed(5, null, null, NOON, true));
        assertThat(definition()).isEqualTo(before);
    }

    private String definition() {
        return sql.first("select definition from macro where id = 1", row -> row.text("definition"))
                .orElseThrow();
    }

    private static String rewritten(String definition) {
        return RenamedRuleTags.rewritten(definition, "vip", "guests");
    }
}
