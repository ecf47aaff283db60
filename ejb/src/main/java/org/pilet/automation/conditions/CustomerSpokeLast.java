package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** No agent has answered its customer's last words. */
@Dependent
class CustomerSpokeLast implements ConditionKind {

    @Override
    public String name() {
        return "customerSpokeLast";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        return facts -> facts.ticket().lastCustomerAt() != null
                && (facts.ticket().lastAgentAt() == null
                        || facts.ticket().lastAgentAt().isBefore(facts.ticket().lastCustomerAt()));
    }
}
