package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Impact;

/** It was assessed, and its impact is one of these. */
@Dependent
class ImpactIs implements ConditionKind {

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choices("anyOf", Impact.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Impact> wanted = arguments.constants("anyOf", Impact.class);
        return facts -> facts.ticket().impact() != null
                && wanted.contains(facts.ticket().impact());
    }
}
