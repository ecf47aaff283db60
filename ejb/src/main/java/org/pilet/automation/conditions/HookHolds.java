package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.HookPayload;
import org.pilet.automation.terms.Parameter;

/** The JSON that came by a webhook has this value at that pointer, for example {@code /alert/state}. */
@Dependent
class HookHolds implements ConditionKind {

    @Override
    public String name() {
        return "payload";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("pointer", Parameter.Type.TEXT), Parameter.one("value", Parameter.Type.TEXT));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        String pointer = arguments.text("pointer").strip();
        String wanted = arguments.text("value").strip();
        return facts -> wanted.equals(HookPayload.at(facts.happening().payload(), pointer));
    }
}
