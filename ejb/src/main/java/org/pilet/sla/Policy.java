package org.pilet.sla;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pilet.sla.EscalationLadder.Rung;
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
                    .map(level -> new EscalationLadder.Level(new Rung(level.percent(), level.offset()), level.steps()))
                    .toList();
            ladders.put(metric, new EscalationLadder(levels));
        }
    }

    boolean applies(TicketFacts ticket) {
        return content.active() && content.conditions().unmet(ticket).isEmpty();
    }

    /** What is promised for this metric, if anything is. */
    Optional<Agreement> agreement(Metric metric, Priority priority, boolean reopened) {
        Optional<Budget> budget = reopened ? budget(metric, priority, true) : Optional.empty();
        return budget.or(() -> budget(metric, priority, false))
                .map(given -> new Agreement(id, content.calendarId(), priority, given));
    }

    boolean pauses(Metric metric, TicketFacts ticket) {
        return content.pauses().getOrDefault(metric, Set.of()).contains(ticket.status());
    }

    EscalationLadder ladder(Metric metric) {
        return ladders.get(metric);
    }

    PolicyOptions options() {
        return content.options();
    }

    PolicyConditions conditions() {
        return content.conditions();
    }

    boolean isActive() {
        return content.active();
    }

    long id() {
        return id;
    }

    String name() {
        return content.name();
    }

    private Optional<Budget> budget(Metric metric, Priority priority, boolean reopened) {
        return budgetFor(metric, priority, reopened).or(() -> budgetFor(metric, null, reopened));
    }

    private Optional<Budget> budgetFor(Metric metric, Priority priority, boolean reopened) {
        return content.targets().stream()
                .filter(target ->
                        target.metric() == metric && target.priority() == priority && target.reopened() == reopened)
                .map(PolicyDraft.Target::budget)
                .findFirst();
    }
}
