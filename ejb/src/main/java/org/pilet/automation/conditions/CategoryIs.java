package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** It is in one of these categories or below. */
@Dependent
class CategoryIs implements ConditionKind {

    @Override
    public String name() {
        return "category";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.several("anyOf", Parameter.Type.CATEGORY));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Long> wanted = arguments.numbers("anyOf");
        return facts -> facts.ticket().categoryIds().stream().anyMatch(wanted::contains);
    }
}
