package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class RuleStore {

    private static final String RULES = "select r.*, (select string_agg(q.queue_id::text, ',' order by q.queue_id) from"
            + " automation_rule_queue q where q.rule_id = r.id) as queues from automation_rule r ";

    @Inject
    private Sql sql;

    RuleStore() {}

    RuleStore(Sql sql) {
        this.sql = sql;
    }

    long revision() {
        return sql.number("select revision as value from rule_revision");
    }

    List<RuleGroupView> groups() {
        return sql.list(
                "select * from rule_group order by position, id",
                row -> new RuleGroupView(
                        row.number("id"),
                        row.text("name"),
                        row.integer("position"),
                        row.constant("mode", GroupMode.class),
                        row.flag("active")));
    }

    long save(RuleGroupDraft group) {
        long id = group.id() != null ? group.id() : sql.number("select nextval('rule_group_seq') as value");
        sql.update(
                "insert into rule_group (id, name, position, mode, active) values (?, ?, ?, ?, ?) on conflict (id) do"
                        + " update set name = excluded.name, position = excluded.position, mode = excluded.mode, active"
                        + " = excluded.active, version = rule_group.version + 1",
                id,
                group.name(),
                group.position(),
                group.mode(),
                group.active());
        return id;
    }

    int removeGroup(long id) {
        return sql.update("delete from rule_group where id = ?", id);
    }

    boolean groupNameTaken(String name, long exceptId) {
        return sql.number(
                        "select count(*) as value from rule_group where lower(name) = lower(?) and id <> ?",
                        name,
                        exceptId)
                > 0;
    }

    /** All, in the order in which they work. */
    List<RuleView> rules() {
        return sql.list(
                RULES + "join rule_group g on g.id = r.group_id order by g.position, g.id, r.position, r.id",
                RuleStore::rule);
    }

    Optional<RuleView> find(long id) {
        return sql.first(RULES + "where r.id = ?", RuleStore::rule, id);
    }

    int lastPosition(long groupId) {
        return (int) sql.number(
                "select coalesce(max(position), 0) as value from automation_rule where group_id = ?", groupId);
    }

    long add(RuleDraft rule, int position, TriggerKind trigger, Instant now, Long by) {
        long id = sql.number("select nextval('automation_rule_seq') as value");
        sql.update(
                "insert into automation_rule (id, group_id, position, name, active, active_since, trigger_kind,"
                        + " definition, changed_at, changed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                rule.groupId(),
                position,
                rule.name(),
                rule.active(),
                now,
                trigger,
                rule.definition(),
                now,
                by);
        queues(id, rule.queueIds());
        return id;
    }

    /** False when another version than the caller's is there. */
    boolean replace(RuleDraft rule, int position, TriggerKind trigger, Instant activeSince, Instant now, Long by) {
        int changed = sql.update(
                "update automation_rule set group_id = ?, position = ?, name = ?, active = ?, active_since = ?,"
                        + " trigger_kind = ?, definition = ?, changed_at = ?, changed_by = ?, version = version + 1"
                        + " where id = ? and (version = ? or ?::int is null)",
                rule.groupId(),
                position,
                rule.name(),
                rule.active(),
                activeSince,
                trigger,
                rule.definition(),
                now,
                by,
                rule.id(),
                rule.version(),
                rule.version());
        if (changed > 0) {
            queues(rule.id(), rule.queueIds());
            sql.update("delete from rule_schedule where rule_id = ?", rule.id());
        }
        return changed > 0;
    }

    int remove(long id) {
        return sql.update("delete from automation_rule where id = ?", id);
    }

    void place(long id, int position) {
        sql.update("update automation_rule set position = ? where id = ?", position, id);
    }

    private void queues(long ruleId, List<Long> queueIds) {
        sql.update("delete from automation_rule_queue where rule_id = ?", ruleId);
        for (long queueId : queueIds) {
            sql.update("insert into automation_rule_queue (rule_id, queue_id) values (?, ?)", ruleId, queueId);
        }
    }

    private static RuleView rule(Row row) {
        String queues = row.text("queues");
        return new RuleView(
                row.number("id"),
                row.number("group_id"),
                row.integer("position"),
                row.text("name"),
                row.flag("active"),
                row.instant("active_since"),
                queues == null
                        ? new ArrayList<>()
                        : Stream.of(queues.split(",")).map(Long::valueOf).toList(),
                row.text("definition"),
                row.integer("version"),
                row.instant("changed_at"));
    }
}
