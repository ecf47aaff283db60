package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.TicketType;

/** Its type is one of these. */
@Dependent
class TypeIs implements ConditionKind {

    @Override
    public String name() {
        return "type";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choices("anyOf", TicketType.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<TicketType> wanted = arguments.constants("anyOf", TicketType.class);
        return facts -> wanted.contains(facts.ticket().type());
    }
}
