package org.pilet.conversation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;

/**
 * The places in ready-made words, such as {@code {{customer.name}}}, that stand for the ticket at hand: in canned
 * responses, and in the texts of rules and macros.
 */
public final class Placeholders {

    /** All there are. */
    public static final Set<String> NAMES = Set.of(
            "ticket.number",
            "ticket.subject",
            "ticket.link",
            "ticket.queue",
            "ticket.category",
            "ticket.owner",
            "customer.name",
            "customer.firstName",
            "customer.email",
            "customer.phone",
            "customer.organisation",
            "owner.name",
            "agent.name");

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\s][^{}]{0,60}?)\\s*}}");

    private Placeholders() {}

    /** Refused with {@link InvalidInput} when the text holds one that does not exist. */
    public static void requireKnown(String field, String text) {
        for (String name : open(text)) {
            if (!NAMES.contains(name)) {
                throw new InvalidInput(field, "unknown", "{{" + name + "}}");
            }
        }
    }

    /**
     * The text with every place filled; one without a value becomes nothing, since nobody reads it again before it is sent.
     *
     * @param escape makes a value fit for the text, which may be HTML
     */
    public static String fillAll(String text, Map<String, String> values, UnaryOperator<String> escape) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            return Matcher.quoteReplacement(value == null ? "" : escape.apply(value));
        });
    }

    /** The HTML as {@link #fillAll} fills it, but a place without a value stays, and whoever sends it is refused. */
    public static String fillKnown(String html, Map<String, String> values) {
        return fill(html, values);
    }

    /** Plain text as HTML. */
    public static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * The HTML with every place filled that has a value; the others stay as they are, for the author to see. Values are
     * plain text.
     */
    static String fill(String html, Map<String, String> values) {
        Matcher matcher = PLACE.matcher(html);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            boolean known = value != null && !value.isBlank();
            matcher.appendReplacement(filled, Matcher.quoteReplacement(known ? escape(value) : matcher.group()));
        }
        return matcher.appendTail(filled).toString();
    }

    /** Those still open, by name. */
    static Set<String> open(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Refuses words that would reach a customer with a place still open. */
    static void requireNone(String text) {
        Set<String> open = open(text);
        if (!open.isEmpty()) {
            throw new InvalidInput("text", "placeholder", String.join(", ", open));
        }
    }
}
