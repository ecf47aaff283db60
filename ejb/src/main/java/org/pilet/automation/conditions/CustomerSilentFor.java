package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.automation.terms.TicketFacts;

/** Its customer has said nothing for at least so long. */
@Dependent
class CustomerSilentFor implements ConditionKind {

    @Override
    public String name() {
        return "customerSilentFor";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("minutes", Parameter.Type.MINUTES));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Duration time = arguments.minutes("minutes");
        return facts -> TicketFacts.passed(
                facts.ticket().lastCustomerAt() == null
                        ? facts.ticket().createdAt()
                        : facts.ticket().lastCustomerAt(),
                time,
                facts.now());
    }
}
