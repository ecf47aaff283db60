package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.ClockFacts;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.sla.Metric;

/** A promise of the service level stands so. */
@Dependent
class PromiseIs implements ConditionKind {

    @Override
    public String name() {
        return "promise";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice("metric", Metric.class), Parameter.choices("anyOf", ClockFacts.Standing.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        String metric = arguments.text("metric");
        Set<ClockFacts.Standing> wanted = arguments.constants("anyOf", ClockFacts.Standing.class);
        return facts -> facts.clocks().stream()
                .anyMatch(clock -> clock.metric().equals(metric) && wanted.contains(clock.standing(facts.now())));
    }
}
