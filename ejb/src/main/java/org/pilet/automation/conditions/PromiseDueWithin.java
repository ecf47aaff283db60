package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.sla.Metric;

/** A promise of the service level is due within so long, or overdue. */
@Dependent
class PromiseDueWithin implements ConditionKind {

    @Override
    public String name() {
        return "promiseDueWithin";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice("metric", Metric.class), Parameter.one("minutes", Parameter.Type.MINUTES));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        String metric = arguments.text("metric");
        Duration time = arguments.minutes("minutes");
        return facts -> facts.clocks().stream()
                .anyMatch(clock -> clock.metric().equals(metric) && clock.dueWithin(time, facts.now()));
    }
}
