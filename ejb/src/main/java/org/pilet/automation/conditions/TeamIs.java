package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** Its queue is one of these teams'. */
@Dependent
class TeamIs implements ConditionKind {

    @Override
    public String name() {
        return "team";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.several("anyOf", Parameter.Type.TEAM));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Long> wanted = arguments.numbers("anyOf");
        return facts -> wanted.contains(facts.ticket().teamId());
    }
}
