package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.automation.terms.TicketFacts;

/** Nothing about it has changed for at least so long. */
@Dependent
class UntouchedFor implements ConditionKind {

    @Override
    public String name() {
        return "untouchedFor";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("minutes", Parameter.Type.MINUTES));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Duration time = arguments.minutes("minutes");
        return facts -> TicketFacts.passed(facts.ticket().changedAt(), time, facts.now());
    }
}
