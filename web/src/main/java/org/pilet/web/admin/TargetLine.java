package org.pilet.web.admin;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyDraft.Target;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.web.common.BudgetWords;

/** What a policy says of one metric, as it is typed: targets by priority, and the statuses that pause it. */
public class TargetLine implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The column of targets for all priorities that have none of their own. */
    static final String ANY = "ANY";

    private final Metric metric;
    private final boolean reopened;
    private final Map<String, Object> typed = new HashMap<>();
    private final Map<String, Object> paused = new HashMap<>();

    TargetLine(Metric metric, boolean reopened) {
        this.metric = metric;
        this.reopened = reopened;
    }

    void show(List<Target> targets, Set<Status> pauses) {
        typed.clear();
        targets.stream()
                .filter(target -> target.metric() == metric && target.reopened() == reopened)
                .forEach(target -> typed.put(
                        target.priority() == null ? ANY : target.priority().name(), BudgetWords.text(target.budget())));
        paused.clear();
        pauses.forEach(status -> paused.put(status.name(), true));
    }

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        typed.forEach((column, value) -> {
            if (value != null && !value.toString().isBlank()) {
                Priority priority = column.equals(ANY) ? null : Priority.valueOf(column);
                targets.add(new Target(metric, priority, BudgetWords.read("targets", value.toString()), reopened));
            }
        });
        return targets;
    }

    Set<Status> pauses() {
        return paused.entrySet().stream()
                .filter(each -> Boolean.TRUE.equals(each.getValue()))
                .map(each -> Status.valueOf(each.getKey()))
                .collect(Collectors.toSet());
    }

    public Metric getMetric() {
        return metric;
    }

    public Map<String, Object> getTyped() {
        return typed;
    }

    public Map<String, Object> getPaused() {
        return paused;
    }
}
