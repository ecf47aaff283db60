package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
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
        String wanted = arguments.text("from").strip().toLowerCase(Locale.ROOT);
        return facts -> matches(wanted, sender(facts));
    }

    private static String sender(Facts facts) {
        String address = facts.message().address();
        String own = facts.ticket().requesterEmail();
        return (address.isEmpty() && own != null ? own : address).toLowerCase(Locale.ROOT);
    }

    private static boolean matches(String addressOrDomain, String sender) {
        int at = addressOrDomain.lastIndexOf('@');
        if (at > 0) {
            return sender.equals(addressOrDomain);
        }
        String domain = addressOrDomain.substring(at + 1);
        String of = sender.substring(sender.lastIndexOf('@') + 1);
        return of.equals(domain) || of.endsWith("." + domain);
    }
}
