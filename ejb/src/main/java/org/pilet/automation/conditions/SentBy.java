package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** What was said came from that address, or from that domain or one beneath it. */
@Dependent
class SentBy implements ConditionKind {

    @Override
    public String name() {
        return "sender";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("from", Parameter.Type.TEXT));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        WantedAddress wanted = new WantedAddress(arguments.text("from"));
        return facts -> wanted.fits(sender(facts));
    }

    private static String sender(Facts facts) {
        String address = facts.message().address();
        String own = facts.ticket().requesterEmail();
        return address.isEmpty() && own != null ? own : address;
    }
}
