package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Priority;

/** Its priority is this or a more urgent one. */
@Dependent
class PriorityAtLeast implements ConditionKind {

    @Override
    public String name() {
        return "priorityAtLeast";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice("least", Priority.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Priority least = arguments.constant("least", Priority.class);
        return facts -> facts.ticket().priority().compareTo(least) >= 0;
    }
}
