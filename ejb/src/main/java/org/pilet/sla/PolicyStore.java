package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.sla.PolicyDraft.Level;
import org.pilet.sla.PolicyDraft.Target;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

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
        Map<Long, Map<String, Set<String>>> conditions = conditions();
        return sql.list(
                "select id, name, position, active, calendar_id, queue_id, priority, organisation_id, reopening,"
                        + " agent_tickets, version from sla_policy order by position",
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
                                    conditions(row, conditions.getOrDefault(id, Map.of())),
                                    targets.getOrDefault(id, List.of()),
                                    pauses.getOrDefault(id, Map.of()),
                                    levels.getOrDefault(id, List.of()),
                                    new PolicyOptions(
                                            row.constant("reopening", PolicyOptions.Reopening.class),
                                            row.constant("agent_tickets", PolicyOptions.AgentTickets.class))));
                });
    }

    /** Grows with every change of a calendar or policy and never comes twice. */
    long revision() {
        return sql.number("select revision as value from sla_revision");
    }

    long add(PolicyDraft draft) {
        long id = sql.number("select nextval('sla_policy_seq') as value");
        sql.update(
                "insert into sla_policy (id, name, position, active, calendar_id, reopening, agent_tickets)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                draft.name(),
                draft.position(),
                draft.active(),
                draft.calendarId(),
                draft.options().reopening(),
                draft.options().agentTickets());
        fill(id, draft);
        return id;
    }

    /** False when a clock was ever counted by it. */
    boolean remove(long id) {
        return sql.update(
                        "delete from sla_policy p where id = ? and not exists (select 1 from sla_clock c where c.policy_id"
                                + " = p.id) and not exists (select 1 from sla_clock_event e where e.policy_id = p.id)",
                        id)
                > 0;
    }

    void place(long id, int position) {
        sql.update("update sla_policy set position = ?, version = version + 1 where id = ?", position, id);
    }

    /** False when it has another version by now. */
    boolean replace(long id, int version, PolicyDraft draft) {
        int changed = sql.update(
                "update sla_policy set name = ?, position = ?, active = ?, calendar_id = ?, reopening = ?,"
                        + " agent_tickets = ?, queue_id = null, priority = null, organisation_id = null,"
                        + " version = version + 1 where id = ? and version = ?",
                draft.name(),
                draft.position(),
                draft.active(),
                draft.calendarId(),
                draft.options().reopening(),
                draft.options().agentTickets(),
                id,
                version);
        if (changed == 0) {
            return false;
        }
        sql.update("delete from sla_policy_condition where policy_id = ?", id);
        sql.update("delete from sla_target where policy_id = ?", id);
        sql.update("delete from sla_pause where policy_id = ?", id);
        sql.update("delete from escalation_action where policy_id = ?", id);
        fill(id, draft);
        return true;
    }

    private void fill(long id, PolicyDraft draft) {
        addConditions(id, draft);
        addTargets(id, draft);
        addPauses(id, draft);
        addActions(id, draft);
    }

    private void addConditions(long id, PolicyDraft draft) {
        List<Object[]> conditions = new ArrayList<>();
        values(draft.conditions())
                .forEach((field, values) ->
                        values.forEach(value -> conditions.add(new Object[] {id, field, String.valueOf(value)})));
        sql.batch("insert into sla_policy_condition (policy_id, field, value) values (?, ?, ?)", conditions);
    }

    private void addTargets(long id, PolicyDraft draft) {
        List<Object[]> targets = new ArrayList<>();
        draft.targets()
                .forEach(t -> targets.add(new Object[] {
                    id,
                    t.metric(),
                    t.priority(),
                    t.budget().length().toSeconds(),
                    t.budget().counting(),
                    t.reopened()
                }));
        sql.batch(
                "insert into sla_target (policy_id, metric, priority, budget_seconds, counting, reopened)"
                        + " values (?, ?, ?, ?, ?, ?)",
                targets);
    }

    private void addPauses(long id, PolicyDraft draft) {
        List<Object[]> pauses = new ArrayList<>();
        draft.pauses()
                .forEach((metric, statuses) ->
                        statuses.forEach(status -> pauses.add(new Object[] {id, metric, status})));
        sql.batch("insert into sla_pause (policy_id, metric, status) values (?, ?, ?)", pauses);
    }

    private void addActions(long id, PolicyDraft draft) {
        List<Object[]> actions = new ArrayList<>();
        for (Level level : draft.levels()) {
            int position = 0;
            for (LadderStep step : level.steps()) {
                actions.add(new Object[] {
                    id,
                    level.metric(),
                    level.percent(),
                    level.offset().toSeconds(),
                    step.action(),
                    step.argument() == null ? "" : step.argument(),
                    position++
                });
            }
        }
        sql.batch(
                "insert into escalation_action (policy_id, metric, percent, offset_seconds, action, argument, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                actions);
    }

    private static Map<String, Set<?>> values(PolicyConditions conditions) {
        Map<String, Set<?>> values = new TreeMap<>();
        values.put("ORGANISATION", conditions.organisations());
        values.put("CUSTOMER", conditions.customers());
        values.put("SERVICE", conditions.services());
        values.put("QUEUE", conditions.queues());
        values.put("TYPE", conditions.types());
        values.put("PRIORITY", conditions.priorities());
        values.put("LANGUAGE", conditions.languages());
        values.put("TAG", conditions.tags());
        values.put("CHANNEL", conditions.channels());
        return values;
    }

    private Map<Long, Map<String, Set<String>>> conditions() {
        Map<Long, Map<String, Set<String>>> conditions = new HashMap<>();
        sql.list("select policy_id, field, value from sla_policy_condition", row -> conditions
                .computeIfAbsent(row.number("policy_id"), id -> new HashMap<>())
                .computeIfAbsent(row.text("field"), field -> new HashSet<>())
                .add(row.text("value")));
        return conditions;
    }

    private static PolicyConditions conditions(Row row, Map<String, Set<String>> values) {
        return new PolicyConditions(
                parsed(values, "ORGANISATION", Long::valueOf, row.numberOrNull("organisation_id")),
                parsed(values, "CUSTOMER", Long::valueOf, null),
                parsed(values, "SERVICE", Long::valueOf, null),
                parsed(values, "QUEUE", Long::valueOf, row.numberOrNull("queue_id")),
                parsed(values, "TYPE", TicketType::valueOf, null),
                parsed(values, "PRIORITY", Priority::valueOf, row.constant("priority", Priority.class)),
                parsed(values, "LANGUAGE", value -> value, null),
                parsed(values, "TAG", value -> value, null),
                parsed(values, "CHANNEL", Channel::valueOf, null));
    }

    private static <T> Set<T> parsed(
            Map<String, Set<String>> values, String field, Function<String, T> parser, T another) {
        Set<T> parsed = values.getOrDefault(field, Set.of()).stream()
                .map(parser)
                .collect(Collectors.toCollection(HashSet::new));
        if (another != null) {
            parsed.add(another);
        }
        return parsed;
    }

    private Map<Long, List<Target>> targets() {
        Map<Long, List<Target>> targets = new HashMap<>();
        sql.list(
                "select policy_id, metric, priority, budget_seconds, counting, reopened from sla_target"
                        + " order by policy_id, metric, reopened, priority",
                row -> targets.computeIfAbsent(row.number("policy_id"), id -> new ArrayList<>())
                        .add(new Target(
                                row.constant("metric", Metric.class),
                                row.constant("priority", Priority.class),
                                new Budget(
                                        row.constant("counting", Budget.Counting.class),
                                        Duration.ofSeconds(row.number("budget_seconds"))),
                                row.flag("reopened"))));
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
        Map<Long, List<Level>> levels = new HashMap<>();
        sql.list(
                "select policy_id, metric, percent, offset_seconds, action, argument from escalation_action"
                        + " order by policy_id, metric, percent, offset_seconds, position, action, argument",
                row -> {
                    List<Level> own = levels.computeIfAbsent(row.number("policy_id"), id -> new ArrayList<>());
                    String argument = row.text("argument");
                    add(
                            own,
                            row.constant("metric", Metric.class),
                            row.integer("percent"),
                            Duration.ofSeconds(row.number("offset_seconds")),
                            new LadderStep(
                                    row.constant("action", LadderAction.class), argument.isEmpty() ? null : argument));
                    return own;
                });
        return levels;
    }

    /** The rows of a level follow each other. */
    private static void add(List<Level> levels, Metric metric, int percent, Duration offset, LadderStep step) {
        Level last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
        List<LadderStep> steps = new ArrayList<>();
        if (last != null
                && last.metric() == metric
                && last.percent() == percent
                && last.offset().equals(offset)) {
            steps.addAll(last.steps());
            levels.remove(levels.size() - 1);
        }
        steps.add(step);
        levels.add(new Level(metric, percent, offset, steps));
    }

    /** Agreements that name the one service name the other from now on. */
    void takeAlong(long mergeId, long fromId, long intoId) {
        sql.update(
                "insert into sla_policy_category (merge_id, policy_id, was_there) select ?, c.policy_id, exists (select 1"
                        + " from sla_policy_condition o where o.policy_id = c.policy_id and o.field = 'SERVICE' and"
                        + " o.value = ?) from sla_policy_condition c where c.field = 'SERVICE' and c.value = ?",
                mergeId,
                String.valueOf(intoId),
                String.valueOf(fromId));
        sql.update(
                "insert into sla_policy_condition (policy_id, field, value) select policy_id, 'SERVICE', ? from"
                        + " sla_policy_category where merge_id = ? and not was_there",
                String.valueOf(intoId),
                mergeId);
        sql.update(
                "delete from sla_policy_condition where field = 'SERVICE' and value = ? and policy_id in (select policy_id"
                        + " from sla_policy_category where merge_id = ?)",
                String.valueOf(fromId),
                mergeId);
    }

    /** Those that still name the other one name the first again. */
    void bringBack(long mergeId, long fromId, long intoId) {
        sql.update(
                "insert into sla_policy_condition (policy_id, field, value) select m.policy_id, 'SERVICE', ? from"
                        + " sla_policy_category m join sla_policy_condition c on c.policy_id = m.policy_id and c.field ="
                        + " 'SERVICE' and c.value = ? where m.merge_id = ? on conflict do nothing",
                String.valueOf(fromId),
                String.valueOf(intoId),
                mergeId);
        sql.update(
                "delete from sla_policy_condition where field = 'SERVICE' and value = ? and policy_id in (select policy_id"
                        + " from sla_policy_category where merge_id = ? and not was_there)",
                String.valueOf(intoId),
                mergeId);
    }
}
