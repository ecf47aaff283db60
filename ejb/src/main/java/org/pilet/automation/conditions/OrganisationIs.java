package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** Its customer belongs to one of these organisations. */
@Dependent
class OrganisationIs implements ConditionKind {

    @Override
    public String name() {
        return "organisation";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.several("anyOf", Parameter.Type.ORGANISATION));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Long> wanted = arguments.numbers("anyOf");
        return facts -> facts.ticket().organisationId() != null
                && wanted.contains(facts.ticket().organisationId());
    }
}
