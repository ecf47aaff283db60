package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** Its owner pauses or is out of office. */
@Dependent
class OwnerIsAway implements ConditionKind {

    @Override
    public String name() {
        return "ownerAway";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        return facts -> facts.ticket().ownerAway();
    }
}
