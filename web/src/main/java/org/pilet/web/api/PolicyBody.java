package org.pilet.web.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.sla.Budget;
import org.pilet.sla.PolicyConditions;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.PolicyView;

/** A policy as callers read it; they may write it as freely as in a what-if case. */
public record PolicyBody(
        long id,
        int version,
        String name,
        int position,
        boolean active,
        long calendar,
        Map<String, List<String>> conditions,
        List<Promise> targets,
        List<Promise> reopenTargets,
        Map<String, List<String>> pauses,
        List<Rung> levels,
        String reopening,
        String agentTickets) {

    /** So much time for one metric: a length such as {@code PT4H}, or so many working days. */
    public record Promise(String metric, String priority, String counting, String duration, Long workingDays) {}

    /** What happens at a share of the budget, or so much open time before or after the due time. */
    public record Rung(String metric, int percent, String offset, List<Step> actions) {}

    /** One thing that is done. */
    public record Step(String action, String argument) {}

    static PolicyBody of(PolicyView view) {
        PolicyDraft content = view.content();
        Map<String, List<String>> pauses = new TreeMap<>();
        content.pauses().forEach((metric, statuses) -> pauses.put(metric.name(), names(statuses)));
        return new PolicyBody(
                view.id(),
                view.version(),
                content.name(),
                content.position(),
                content.active(),
                content.calendarId(),
                conditions(content.conditions()),
                targets(content, false),
                targets(content, true),
                pauses,
                content.levels().stream().map(PolicyBody::level).toList(),
                content.options().reopening().name(),
                content.options().agentTickets().name());
    }

    private static List<Promise> targets(PolicyDraft content, boolean reopened) {
        return content.targets().stream()
                .filter(target -> target.reopened() == reopened)
                .map(target -> {
                    boolean days = target.budget().counting() == Budget.Counting.WORKING_DAYS;
                    return new Promise(
                            target.metric().name(),
                            target.priority() == null ? null : target.priority().name(),
                            target.budget().counting().name(),
                            days ? null : target.budget().length().toString(),
                            days ? target.budget().length().toDays() : null);
                })
                .toList();
    }

    private static Rung level(PolicyDraft.Level level) {
        return new Rung(
                level.metric().name(),
                level.percent(),
                level.offset().isZero() ? null : level.offset().toString(),
                level.steps().stream()
                        .map(step -> new Step(step.action().name(), step.argument()))
                        .toList());
    }

    private static Map<String, List<String>> conditions(PolicyConditions conditions) {
        Map<String, List<String>> all = new TreeMap<>();
        put(all, "organisations", conditions.organisations());
        put(all, "customers", conditions.customers());
        put(all, "services", conditions.services());
        put(all, "queues", conditions.queues());
        put(all, "types", conditions.types());
        put(all, "priorities", conditions.priorities());
        put(all, "languages", conditions.languages());
        put(all, "tags", conditions.tags());
        put(all, "channels", conditions.channels());
        return all;
    }

    private static void put(Map<String, List<String>> all, String field, Collection<?> values) {
        if (!values.isEmpty()) {
            all.put(field, names(values));
        }
    }

    private static List<String> names(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().toList();
    }
}
