package org.pilet.automation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pilet.tickets.Field;
import org.pilet.tickets.TicketChange;

/**
 * The rules in order. Every rule that applies takes part; queue, category and priority are set by the first rule that
 * applies and names one, tags add up.
 */
record RuleBook(List<IntakeRule> rules) {

    IntakeDecision decide(Arrival arrival) {
        Set<Field> settled = EnumSet.noneOf(Field.class);
        List<IntakeDecision.Applied> applied = new ArrayList<>();
        for (IntakeRule rule : rules) {
            if (rule.appliesTo(arrival)) {
                List<TicketChange> still = rule.effects().stream()
                        .filter(change -> change.field() == Field.TAGS || settled.add(change.field()))
                        .toList();
                if (!still.isEmpty()) {
                    applied.add(new IntakeDecision.Applied(rule.id(), rule.cause(), still));
                }
            }
        }
        return new IntakeDecision(List.copyOf(applied));
    }
}
