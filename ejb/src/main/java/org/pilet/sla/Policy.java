package org.pilet.sla;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pilet.tickets.Priority;

/** A policy, made ready to be asked about tickets. */
final class Policy {

    private final long id;
    private final PolicyDraft content;
    private final Map<Metric, EscalationLadder> ladders = new EnumMap<>(Metric.class);

    Policy(PolicyView view) {
        id = view.id();
        content = view.content();
        for (Metric metric : Metric.values()) {
            List<EscalationLadder.Level> levels = content.levels().stream()
                    .filter(level -> level.metric() == metric)
                    .map(level -> new EscalationLadder.Level(level.percent(), level.actions()))
                    .toList();
            ladders.put(metric, new EscalationLadder(levels));
        }
    }

    boolean applies(TicketFacts ticket) {
        return content.active()
                && fits(content.queueId(), ticket.queueId())
                && fits(content.priority(), ticket.priority())
                && fits(content.organisationId(), ticket.organisationId());
    }

    /** What is promised for this metric, if anything is. */
    Optional<Agreement> agreement(Metric metric, Priority priority) {
        return budget(metric, priority)
                .or(() -> budget(metric, null))
                .map(budget -> new Agreement(id, content.calendarId(), priority, budget));
    }

    boolean pauses(Metric metric, TicketFacts ticket) {
        return content.pauses().getOrDefault(metric, Set.of()).contains(ticket.status());
    }

    EscalationLadder ladder(Metric metric) {
        return ladders.get(metric);
    }

    long id() {
        return id;
    }

    String name() {
        return content.name();
    }

    private Optional<Duration> budget(Metric metric, Priority priority) {
        return content.targets().stream()
                .filter(target -> target.metric() == metric && target.priority() == priority)
                .map(PolicyDraft.Target::budget)
                .findFirst();
    }

    private static boolean fits(Object selector, Object value) {
        return selector == null || Objects.equals(selector, value);
    }
}
