package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.SchemaMigration;
import org.pilet.platform.Sql;

@ExtendWith(PostgresExtension.class)
class IntakeRuleMigrationTest {

    @Test
    void intake_rules_go_on_as_rules_with_their_ids(DataSource database, Sql sql) {
        sql.update("drop schema pilet cascade");
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .schemas(SchemaMigration.SCHEMA)
                .defaultSchema(SchemaMigration.SCHEMA)
                .target("0300")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        sql.update("insert into person (id, kind, name, created_at) values (1, 'AGENT', 'A', now())");
        sql.update("insert into team (id, name) values (1, 'T')");
        sql.update("insert into category (id, name) values (2, 'C')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Q', 'q@x', 1, 2)");
        sql.update("insert into intake_rule (id, position, name, came_to_queue_id, sender, subject_holds, text_holds,"
                + " move_to_queue_id, category_id, priority, tag) values (50, 10, 'All', 1, 'x.test', 'a;b', 'c', 1, 2,"
                + " 'HIGH', 't'), (51, 20, 'Off', null, null, null, null, null, null, null, 'u'), (52, 30, 'Idle',"
                + " null, null, null, null, null, null, null, null)");
        sql.update("update intake_rule set active = false where id = 51");
        sql.update("insert into outbox (id, kind, dedup_key, payload, created_at, due_at) values (1,"
                + " 'automation.intake', '7', '7 8', now(), now())");
        SchemaMigration.run(database);

        RuleStore store = new RuleStore(sql);
        List<RuleView> rules =
                store.rules().stream().filter(rule -> rule.groupId() == 1).toList();
        assertThat(rules).extracting(RuleView::id).containsExactly(50L, 51L);
        assertThat(rules).extracting(RuleView::active).containsExactly(true, false);
        JsonObject all = RuleJson.object(rules.get(0).definition());
        assertThat(all)
                .isEqualTo(
                        ConditionsTest.json(
                                "{'trigger':{'kind':'OPENED'},'conditions':{'all':[{'kind':'queue','anyOf':[1]},{'kind':'sender','from':'x.test'},"
                                        + "{'kind':'subject','phrases':'a;b'},{'kind':'text','phrases':'c'}]},'actions':[{'kind':'queue','to':1},"
                                        + "{'kind':'category','to':2},{'kind':'priority','to':'HIGH'},{'kind':'tag','tag':'t'}]}"));
        RuleBook book = RuleBinding.bind(store.groups(), rules, new RuleReader(Catalogues.all()));
        assertThat(book.find(50)).isPresent();
        assertThat(book.groups().get(0).mode()).isEqualTo(GroupMode.TOGETHER);

        RuleEvent waiting = RuleEvent.of(
                "k",
                sql.first("select payload from outbox where kind = 'automation.event'", row -> row.text("payload"))
                        .orElseThrow());
        assertThat(waiting.ticketId()).isEqualTo(7);
        assertThat(waiting.happening().messageId()).isEqualTo(8);
        assertThat(book.find(50).orElseThrow().hears(waiting.happening())).isTrue();
    }
}
