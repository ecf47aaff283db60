package org.pilet.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.sla.SlaRehearsals;

/** Reads who and what can be on stage, and brings more customers. */
@Dependent
class StageStore {

    @Inject
    private Sql sql;

    @Inject
    private Numbers numbers;

    @Inject
    private SlaRehearsals clocks;

    /** Always in the same order, so that the dice mean the same people each time. */
    Stage stage() {
        Map<String, Stage.Desk> queues = new HashMap<>();
        sql.list("select id, name, address, default_category_id from queue where active", this::desk)
                .forEach(queues::putAll);
        Map<String, Long> categories = new HashMap<>();
        sql.list("select id, name from category", row -> categories.put(row.text("name"), row.number("id")));
        Map<String, String> rules = new HashMap<>();
        sql.list(
                "select id, name from automation_rule where active and group_id = 1",
                row -> rules.put(row.text("name"), "rule:" + row.number("id") + " " + row.text("name")));
        List<Stage.Customer> customers = sql.list(
                "select id, name, email, language, organisation_id from person where kind = 'CUSTOMER' and email is not"
                        + " null and active order by email collate \"C\"",
                row -> new Stage.Customer(
                        row.number("id"),
                        row.text("name"),
                        row.text("email"),
                        row.text("language"),
                        row.numberOrNull("organisation_id")));
        return new Stage(queues, categories, rules, customers, clocks.begin());
    }

    /** Adds those who are not known yet. */
    void add(List<Extras.Extra> people, Instant now) {
        List<String> known = sql.list(
                "select address from contact_point where kind = 'EMAIL' and address = any(?)",
                row -> row.text("address"),
                people.stream().map(Extras.Extra::email).toList());
        List<Extras.Extra> missing =
                people.stream().filter(each -> !known.contains(each.email())).toList();
        List<Long> ids = numbers.take("person_seq", missing.size());
        List<Long> pointIds = numbers.take("contact_point_seq", missing.size());
        sql.batch(
                "insert into person (id, kind, name, email, language, zone, organisation_id, created_at) values (?,"
                        + " 'CUSTOMER', ?, ?, ?, ?, (select organisation_id from organisation_domain where domain ="
                        + " ?), ?)",
                Numbers.with(
                        ids, missing, (id, each) -> new Object[] {
                            id, each.name(), each.email(), each.language(), each.zone(), each.domain(), now
                        }));
        sql.batch(
                "insert into contact_point (id, person_id, kind, address) values (?, ?, 'EMAIL', ?)",
                Numbers.with(pointIds, missing, (id, each) ->
                        new Object[] {id, ids.get(pointIds.indexOf(id)), each.email()}));
    }

    private Map<String, Stage.Desk> desk(Row row) {
        long id = row.number("id");
        List<Stage.Agent> agents = sql.list(
                "select distinct p.id, p.name, p.language, p.email collate \"C\" as email from person p join team_member"
                        + " m on m.person_id = p.id join queue_grant g on g.team_id = m.team_id where g.queue_id = ? and"
                        + " g.permission = 'WORK' and p.active order by 4",
                agent -> new Stage.Agent(agent.number("id"), agent.text("name"), agent.text("language")),
                id);
        return Map.of(
                row.text("name"), new Stage.Desk(id, row.text("address"), row.number("default_category_id"), agents));
    }
}
