package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Priority;

/** Its priority is one of these. */
@Dependent
class PriorityIs implements ConditionKind {

    @Override
    public String name() {
        return "priority";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choices("anyOf", Priority.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Priority> wanted = arguments.constants("anyOf", Priority.class);
        return facts -> wanted.contains(facts.ticket().priority());
    }
}
