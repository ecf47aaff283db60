package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketChange;

@Dependent
class IntakeRuleStore {

    @Inject
    private Sql sql;

    IntakeRuleStore() {}

    IntakeRuleStore(Sql sql) {
        this.sql = sql;
    }

    List<IntakeRuleSettings> all() {
        return sql.list("select * from intake_rule order by position, id", IntakeRuleStore::settings);
    }

    Optional<IntakeRuleSettings> find(long id) {
        return sql.first("select * from intake_rule where id = ?", IntakeRuleStore::settings, id);
    }

    RuleBook active() {
        return new RuleBook(all().stream()
                .filter(IntakeRuleSettings::active)
                .map(IntakeRuleStore::rule)
                .toList());
    }

    long save(IntakeRuleSettings rule) {
        long id = rule.id() != null ? rule.id() : sql.number("select nextval('intake_rule_seq') as value");
        sql.update(
                "insert into intake_rule (id, position, name, active, came_to_queue_id, sender, subject_holds,"
                        + " text_holds, move_to_queue_id, category_id, priority, tag) values (?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?) on conflict (id) do update set position = excluded.position, name ="
                        + " excluded.name, active = excluded.active, came_to_queue_id = excluded.came_to_queue_id,"
                        + " sender = excluded.sender, subject_holds = excluded.subject_holds, text_holds ="
                        + " excluded.text_holds, move_to_queue_id = excluded.move_to_queue_id, category_id ="
                        + " excluded.category_id, priority = excluded.priority, tag = excluded.tag, version ="
                        + " intake_rule.version + 1",
                id,
                rule.position(),
                rule.name(),
                rule.active(),
                rule.cameToQueueId(),
                rule.sender(),
                rule.subjectHolds(),
                rule.textHolds(),
                rule.moveToQueueId(),
                rule.categoryId(),
                rule.priority(),
                rule.tag());
        return id;
    }

    int remove(long id) {
        return sql.update("delete from intake_rule where id = ?", id);
    }

    static IntakeRule rule(IntakeRuleSettings written) {
        List<IntakeCondition> conditions = new ArrayList<>();
        if (written.cameToQueueId() != null) {
            conditions.add(new CameTo(written.cameToQueueId()));
        }
        if (written.sender() != null) {
            conditions.add(new SentBy(written.sender()));
        }
        if (written.subjectHolds() != null) {
            conditions.add(new SubjectHolds(new Phrases(written.subjectHolds())));
        }
        if (written.textHolds() != null) {
            conditions.add(new TextHolds(new Phrases(written.textHolds())));
        }
        return new IntakeRule(written.id(), written.name(), conditions, effects(written));
    }

    private static List<TicketChange> effects(IntakeRuleSettings written) {
        List<TicketChange> effects = new ArrayList<>();
        if (written.moveToQueueId() != null) {
            effects.add(new TicketChange.Move(written.moveToQueueId()));
        }
        if (written.categoryId() != null) {
            effects.add(new TicketChange.Categorise(written.categoryId()));
        }
        if (written.priority() != null) {
            effects.add(new TicketChange.SetPriority(written.priority()));
        }
        if (written.tag() != null) {
            effects.add(new TicketChange.AddTag(written.tag()));
        }
        return effects;
    }

    private static IntakeRuleSettings settings(Row row) {
        return new IntakeRuleSettings(
                row.number("id"),
                row.integer("position"),
                row.text("name"),
                row.flag("active"),
                row.numberOrNull("came_to_queue_id"),
                row.text("sender"),
                row.text("subject_holds"),
                row.text("text_holds"),
                row.numberOrNull("move_to_queue_id"),
                row.numberOrNull("category_id"),
                row.constant("priority", Priority.class),
                row.text("tag"));
    }
}
