package org.pilet.web.api;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyDraft;
import org.pilet.tickets.Status;

/** Reads in which statuses clocks pause as people write it: by metric or by status. */
final class WhatIfPauses {

    private WhatIfPauses() {}

    /** What is not said is as usual (features B1.7). */
    static Map<Metric, Set<Status>> of(Optional<Loose> given) {
        Map<Metric, Set<Status>> pauses = new EnumMap<>(Metric.class);
        pauses.putAll(PolicyDraft.USUAL_PAUSES);
        if (given.isEmpty()) {
            return pauses;
        }
        if (given.get().isObject()) {
            given.get().fields().forEach(field -> {
                if (WhatIfWords.isStatus(field.getKey())) {
                    pausedBy(WhatIfWords.status(field.getKey(), field.getValue()), field.getValue(), pauses);
                } else {
                    Metric metric = WhatIfWords.metric(field.getKey(), field.getValue());
                    pauses.put(metric, statuses(field.getValue()));
                }
            });
        } else if (given.get().items().stream().anyMatch(Loose::isObject)) {
            for (Loose item : given.get().items()) {
                if (item.any("metric").isPresent() || item.any("statuses").isPresent()) {
                    Set<Status> statuses = statuses(item.need("statuses", "status"));
                    item.need("metric", "metrics")
                            .items()
                            .forEach(metric -> pauses.put(WhatIfWords.metric(metric), statuses));
                } else {
                    pausedBy(WhatIfWords.status(item.need("status")), item.need("metrics", "pauses"), pauses);
                }
            }
        } else {
            pauses.put(Metric.RESOLUTION, statuses(given.get()));
        }
        return pauses;
    }

    /** The status pauses these metrics and no other. */
    private static void pausedBy(Status status, Loose metrics, Map<Metric, Set<Status>> pauses) {
        Set<Metric> paused = EnumSet.noneOf(Metric.class);
        metrics.items().forEach(metric -> paused.add(WhatIfWords.metric(metric)));
        for (Metric metric : Metric.values()) {
            Set<Status> statuses = EnumSet.noneOf(Status.class);
            statuses.addAll(pauses.getOrDefault(metric, Set.of()));
            statuses.remove(status);
            if (paused.contains(metric)) {
                statuses.add(status);
            }
            pauses.put(metric, statuses);
        }
    }

    private static Set<Status> statuses(Loose value) {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        if (value.isFlag() && !value.flag()
                || value.isText() && Loose.plain(value.text()).equals("none")) {
            return statuses;
        }
        if (value.isNamedBy(WhatIfWords::isStatus)) {
            value.fields().stream()
                    .filter(field -> field.getValue().flag())
                    .forEach(field -> statuses.add(WhatIfWords.status(field.getKey(), field.getValue())));
            return statuses;
        }
        value.items().forEach(item -> statuses.add(WhatIfWords.status(item)));
        return statuses;
    }
}
