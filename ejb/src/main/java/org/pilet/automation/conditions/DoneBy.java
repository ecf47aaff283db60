package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.ActorKind;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** It was done by one of these: an agent, a customer, the system. */
@Dependent
class DoneBy implements ConditionKind {

    @Override
    public String name() {
        return "actor";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choices("anyOf", ActorKind.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<String> wanted = arguments.texts("anyOf");
        return facts -> wanted.contains(facts.happening().actorKind());
    }
}
