package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** It has one of these tags. */
@Dependent
class TaggedWith implements ConditionKind {

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("anyOf", Parameter.Type.TEXT));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<String> wanted = Arrays.stream(
                        arguments.text("anyOf").toLowerCase(Locale.ROOT).split("[;,]"))
                .map(String::strip)
                .collect(Collectors.toSet());
        return facts -> facts.ticket().tags().stream().anyMatch(wanted::contains);
    }
}
