package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Urgency;

/** It was assessed, and its urgency is one of these. */
@Dependent
class UrgencyIs implements ConditionKind {

    @Override
    public String name() {
        return "urgency";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choices("anyOf", Urgency.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Urgency> wanted = arguments.constants("anyOf", Urgency.class);
        return facts -> facts.ticket().urgency() != null
                && wanted.contains(facts.ticket().urgency());
    }
}
