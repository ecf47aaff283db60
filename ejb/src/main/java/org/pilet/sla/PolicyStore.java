package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pilet.platform.Sql;
import org.pilet.sla.PolicyDraft.Level;
import org.pilet.sla.PolicyDraft.Target;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** Policies are few and read whole. */
@Dependent
class PolicyStore {

    private final Sql sql;

    @Inject
    PolicyStore(Sql sql) {
        this.sql = sql;
    }

    /** In order of position. */
    List<PolicyView> all() {
        Map<Long, List<Target>> targets = targets();
        Map<Long, Map<Metric, Set<Status>>> pauses = pauses();
        Map<Long, List<Level>> levels = levels();
        return sql.list(
                "select id, name, position, active, calendar_id, queue_id, priority, organisation_id, version"
                        + " from sla_policy order by position",
                row -> {
                    long id = row.number("id");
                    return new PolicyView(
                            id,
                            row.integer("version"),
                            new PolicyDraft(
                                    row.text("name"),
                                    row.integer("position"),
                                    row.flag("active"),
                                    row.number("calendar_id"),
                                    row.numberOrNull("queue_id"),
                                    row.constant("priority", Priority.class),
                                    row.numberOrNull("organisation_id"),
                                    targets.getOrDefault(id, List.of()),
                                    pauses.getOrDefault(id, Map.of()),
                                    levels.getOrDefault(id, List.of())));
                });
    }

    /** Grows with every change of a calendar or policy and never comes twice. */
    long revision() {
        return sql.number("select revision as value from sla_revision");
    }

    long add(PolicyDraft draft) {
        long id = sql.number("select nextval('sla_policy_seq') as value");
        sql.update(
                "insert into sla_policy (id, name, position, active, calendar_id, queue_id, priority, organisation_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                draft.name(),
                draft.position(),
                draft.active(),
                draft.calendarId(),
                draft.queueId(),
                draft.priority(),
                draft.organisationId());
        fill(id, draft);
        return id;
    }

    /** False when it has another version by now. */
    boolean replace(long id, int version, PolicyDraft draft) {
        int changed = sql.update(
                "update sla_policy set name = ?, position = ?, active = ?, calendar_id = ?, queue_id = ?, priority = ?,"
                        + " organisation_id = ?, version = version + 1 where id = ? and version = ?",
                draft.name(),
                draft.position(),
                draft.active(),
                draft.calendarId(),
                draft.queueId(),
                draft.priority(),
                draft.organisationId(),
                id,
                version);
        if (changed == 0) {
            return false;
        }
        sql.update("delete from sla_target where policy_id = ?", id);
        sql.update("delete from sla_pause where policy_id = ?", id);
        sql.update("delete from escalation_action where policy_id = ?", id);
        fill(id, draft);
        return true;
    }

    private void fill(long id, PolicyDraft draft) {
        List<Object[]> targets = new ArrayList<>();
        draft.targets()
                .forEach(t -> targets.add(
                        new Object[] {id, t.metric(), t.priority(), t.budget().toSeconds()}));
        sql.batch("insert into sla_target (policy_id, metric, priority, budget_seconds) values (?, ?, ?, ?)", targets);

        List<Object[]> pauses = new ArrayList<>();
        draft.pauses()
                .forEach((metric, statuses) ->
                        statuses.forEach(status -> pauses.add(new Object[] {id, metric, status})));
        sql.batch("insert into sla_pause (policy_id, metric, status) values (?, ?, ?)", pauses);

        List<Object[]> actions = new ArrayList<>();
        draft.levels().forEach(level -> level.actions()
                .forEach(action -> actions.add(new Object[] {id, level.metric(), level.percent(), action})));
        sql.batch("insert into escalation_action (policy_id, metric, percent, action) values (?, ?, ?, ?)", actions);
    }

    private Map<Long, List<Target>> targets() {
        Map<Long, List<Target>> targets = new HashMap<>();
        sql.list(
                "select policy_id, metric, priority, budget_seconds from sla_target order by policy_id, metric, priority",
                row -> targets.computeIfAbsent(row.number("policy_id"), id -> new ArrayList<>())
                        .add(new Target(
                                row.constant("metric", Metric.class),
                                row.constant("priority", Priority.class),
                                Duration.ofSeconds(row.number("budget_seconds")))));
        return targets;
    }

    private Map<Long, Map<Metric, Set<Status>>> pauses() {
        Map<Long, Map<Metric, Set<Status>>> pauses = new HashMap<>();
        sql.list("select policy_id, metric, status from sla_pause", row -> pauses.computeIfAbsent(
                        row.number("policy_id"), id -> new EnumMap<>(Metric.class))
                .computeIfAbsent(row.constant("metric", Metric.class), metric -> EnumSet.noneOf(Status.class))
                .add(row.constant("status", Status.class)));
        return pauses;
    }

    private Map<Long, List<Level>> levels() {
        Map<Long, Map<Metric, Map<Integer, Set<LadderAction>>>> actions = new HashMap<>();
        sql.list("select policy_id, metric, percent, action from escalation_action", row -> actions.computeIfAbsent(
                        row.number("policy_id"), id -> new EnumMap<>(Metric.class))
                .computeIfAbsent(row.constant("metric", Metric.class), metric -> new TreeMap<>())
                .computeIfAbsent(row.integer("percent"), percent -> EnumSet.noneOf(LadderAction.class))
                .add(row.constant("action", LadderAction.class)));
        Map<Long, List<Level>> levels = new HashMap<>();
        actions.forEach((id, byMetric) -> byMetric.forEach((metric, byPercent) -> byPercent.forEach((percent, what) ->
                levels.computeIfAbsent(id, key -> new ArrayList<>()).add(new Level(metric, percent, what)))));
        return levels;
    }
}
