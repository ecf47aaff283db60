package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** What changed was this before: a name of a constant, an id, or text. */
@Dependent
class ChangedFrom implements ConditionKind {

    @Override
    public String name() {
        return "changedFrom";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("value", Parameter.Type.TEXT));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        String wanted = arguments.text("value").strip();
        return facts -> wanted.equalsIgnoreCase(facts.happening().oldValue());
    }
}
