package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** One of these people takes part in it. */
@Dependent
class ParticipantIs implements ConditionKind {

    @Override
    public String name() {
        return "participant";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.several("anyOf", Parameter.Type.PERSON));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Long> wanted = arguments.numbers("anyOf");
        return facts -> facts.ticket().participantIds().stream().anyMatch(wanted::contains);
    }
}
