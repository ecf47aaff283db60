package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** A machine said it: an absence notice, for example. */
@Dependent
class WasAutomatic implements ConditionKind {

    @Override
    public String name() {
        return "automatic";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        return facts -> facts.message().automatic();
    }
}
