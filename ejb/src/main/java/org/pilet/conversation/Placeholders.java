package org.pilet.conversation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;

/** The places in ready-made words, such as {@code {{customer.name}}}, that stand for the ticket at hand. */
final class Placeholders {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\s][^{}]{0,60}?)\\s*}}");

    private Placeholders() {}

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

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
