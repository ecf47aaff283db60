package org.pilet.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.Budget;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyDraft;

/** Reads what a policy promises as people write it: by metric or by priority first, as a list or as named fields. */
final class WhatIfTargets {

    private WhatIfTargets() {}

    /** At least one; those for tickets that were opened again may be given apart. */
    static List<PolicyDraft.Target> of(Loose given, Optional<Loose> reopened) {
        List<PolicyDraft.Target> targets = new ArrayList<>();
        read(given, false, targets);
        reopened.ifPresent(again -> read(again, true, targets));
        if (targets.isEmpty()) {
            throw new InvalidInput(given.path(), "required");
        }
        return targets;
    }

    private static void read(Loose given, boolean reopened, List<PolicyDraft.Target> targets) {
        if (given.isArray()) {
            for (Loose item : given.items()) {
                Metric metric = metric(item.need("metric", "type", "name"), item);
                boolean again = reopened || item.flag("reopened");
                var priority = item.any("priority").map(Loose::text);
                var byPriority = item.any("priorities", "byPriority");
                if (byPriority.isPresent()) {
                    byPriority(metric, byPriority.get(), again, targets);
                } else {
                    add(targets, item, metric, priority.orElse("any"), WhatIfWords.budget(item), again);
                }
            }
            return;
        }
        for (Map.Entry<String, Loose> field : given.fields()) {
            Loose value = field.getValue();
            if (value.isNull()) {
                continue;
            }
            if (WhatIfWords.isMetric(field.getKey())) {
                byPriority(metric(field.getKey(), value), value, reopened, targets);
            } else if (WhatIfWords.isPriority(field.getKey())) {
                for (Map.Entry<String, Loose> inner : value.fields()) {
                    Metric metric = metric(inner.getKey(), inner.getValue());
                    Budget budget = WhatIfWords.budget(inner.getValue());
                    add(targets, inner.getValue(), metric, field.getKey(), budget, reopened);
                }
            } else {
                throw new InvalidInput(value.path(), "unknown", field.getKey());
            }
        }
    }

    private static Metric metric(Loose name, Loose target) {
        return mode(WhatIfWords.metric(name), target);
    }

    private static Metric metric(String name, Loose target) {
        return mode(WhatIfWords.metric(name, target), target);
    }

    /** Features B1.2: an update time that is about a waiting customer is what the next response is. */
    private static Metric mode(Metric metric, Loose target) {
        boolean waiting = metric == Metric.PERIODIC_UPDATE
                && target.isObject()
                && target.any("mode", "updateMode")
                        .filter(Loose::isText)
                        .map(mode -> Loose.plain(mode.text()))
                        .filter(mode -> mode.matches(".*(response|answer|waiting|customer).*"))
                        .isPresent();
        return waiting ? Metric.NEXT_RESPONSE : metric;
    }

    private static void byPriority(Metric metric, Loose value, boolean reopened, List<PolicyDraft.Target> targets) {
        boolean priorities = value.isNamedBy(WhatIfWords::isPriority);
        if (!priorities) {
            add(targets, value, metric, "any", WhatIfWords.budget(value), reopened);
            return;
        }
        for (Map.Entry<String, Loose> field : value.fields()) {
            if (!field.getValue().isNull()) {
                Budget budget = WhatIfWords.budget(field.getValue());
                add(targets, field.getValue(), metric, field.getKey(), budget, reopened);
            }
        }
    }

    private static void add(
            List<PolicyDraft.Target> targets, Loose at, Metric metric, String priority, Budget budget, boolean again) {
        PolicyDraft.Target target =
                new PolicyDraft.Target(metric, WhatIfWords.priorityOrAny(priority, at), budget, again);
        boolean twice = targets.stream()
                .anyMatch(other ->
                        other.metric() == metric && other.priority() == target.priority() && other.reopened() == again);
        if (twice) {
            throw new InvalidInput(at.path(), "twice", metric);
        }
        targets.add(target);
    }
}
