package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.automation.terms.Phrases;

/** One of these phrases stands in what was said. */
@Dependent
class TextHolds implements ConditionKind {

    @Override
    public String name() {
        return "text";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("phrases", Parameter.Type.TEXT));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Phrases phrases = new Phrases(arguments.text("phrases"));
        return facts -> phrases.in(facts.message().text());
    }
}
