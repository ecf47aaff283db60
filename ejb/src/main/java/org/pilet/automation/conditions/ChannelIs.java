package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;
import org.pilet.tickets.Channel;

/** It came by one of these channels. */
@Dependent
class ChannelIs implements ConditionKind {

    @Override
    public String name() {
        return "channel";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choices("anyOf", Channel.class));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        Set<Channel> wanted = arguments.constants("anyOf", Channel.class);
        return facts -> wanted.contains(facts.ticket().channel());
    }
}
