package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** It is written in one of these languages, by IETF tag; the tag of a language includes its regions. */
@Dependent
class LanguageIs implements ConditionKind {

    @Override
    public String name() {
        return "language";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("anyOf", Parameter.Type.TEXT));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<String> wanted =
                Set.of(arguments.text("anyOf").toLowerCase(Locale.ROOT).split("[;,\\s]+"));
        return facts -> facts.ticket().language() != null
                && wanted.contains(
                        Locale.forLanguageTag(facts.ticket().language()).getLanguage());
    }
}
