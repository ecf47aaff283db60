package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** Nobody owns it. */
@Dependent
class HasNoOwner implements ConditionKind {

    @Override
    public String name() {
        return "unowned";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        return facts -> facts.ticket().ownerId() == null;
    }
}
