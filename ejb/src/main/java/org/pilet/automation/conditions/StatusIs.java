package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Status;

/** Its status is one of these. */
@Dependent
class StatusIs implements ConditionKind {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choices("anyOf", Status.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Status> wanted = arguments.constants("anyOf", Status.class);
        return facts -> wanted.contains(facts.ticket().status());
    }
}
