package org.pilet.automation;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;

/** Words such as <code>{{customer.name}}</code> in texts of rules, macros and canned responses. */
public final class Placeholders {

    /** All there are. */
    public static final Set<String> NAMES = Set.of(
            "ticket.number",
            "ticket.subject",
            "ticket.link",
            "ticket.queue",
            "ticket.category",
            "customer.name",
            "customer.firstName",
            "customer.organisation",
            "owner.name",
            "agent.name");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z.]{1,40})\\s*}}");

    private Placeholders() {}

    /** Refused with {@link InvalidInput} when the text holds one that does not exist. */
    public static void requireKnown(String field, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (!NAMES.contains(matcher.group(1))) {
                throw new InvalidInput(field, "unknown", matcher.group());
            }
        }
    }

    /** The text with every placeholder replaced by its value; one without a value becomes nothing. */
    static String fill(String text, Map<String, String> values, UnaryOperator<String> escape) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? "" : escape.apply(value));
        });
    }
}
