package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Bidi;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Refusal;

/**
 * Texts in the viewer's language: {@code #{text['ticket.reply']}}, with arguments {@code #{text.of('list.rows', 12)}}, of
 * an enum constant {@code #{text.the(row.status)}}.
 */
@Named("text")
@ApplicationScoped
public class PageTexts extends AbstractMap<String, String> {

    private static final Pattern CONSTANT = Pattern.compile("[A-Z_]{3,20}");

    @Inject
    private Texts texts;

    @Inject
    private Viewer viewer;

    @Inject
    private Times times;

    @Override
    public String get(Object key) {
        return texts.format(viewer.getLanguage(), String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return true; // an unknown key is its own text
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return texts.in(viewer.getLanguage()).entrySet();
    }

    public String of(String key, Object argument) {
        return format(key, argument);
    }

    public String of(String key, Object first, Object second) {
        return format(key, first, second);
    }

    public String of(String key, Object first, Object second, Object third) {
        return format(key, first, second, third);
    }

    /** The word for an enum constant: key {@code Status.OPEN}. Nothing for null. */
    public String the(Enum<?> constant) {
        return constant == null ? "" : get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** What the refusal says to the person, and what to do next. */
    public String refusal(Refusal refusal) {
        Object[] arguments = refusal.arguments();
        if ((refusal instanceof InvalidInput || refusal instanceof NotFound) && arguments.length > 0) {
            arguments[0] = noun(String.valueOf(arguments[0]));
        }
        return format(refusal.key(), arguments);
    }

    /** As {@link #refusal(Refusal)}, of one that was written down: its key and its arguments. */
    public String refused(String key, List<String> arguments) {
        Object[] all = arguments.toArray();
        if (all.length > 0 && (key.startsWith("refusal.input.") || key.equals("refusal.notFound"))) {
            all[0] = noun(arguments.get(0));
        }
        return format(key, all);
    }

    public String format(String key, Object... arguments) {
        Object[] readable = Stream.of(arguments).map(this::readable).toArray();
        return texts.format(viewer.getLanguage(), key, readable);
    }

    private Object readable(Object argument) {
        if (argument instanceof Enum<?> constant) {
            return the(constant);
        }
        if (argument instanceof String name && CONSTANT.matcher(name).matches()) {
            return constant(name);
        }
        if (argument instanceof Instant instant) {
            return times.exact(instant);
        }
        return argument instanceof String words ? isolated(words) : argument;
    }

    /** Keeps names of the other writing direction from turning the sentence around. */
    private String isolated(String words) {
        boolean foreign = viewer.getLanguage().direction().equals("rtl")
                || Bidi.requiresBidi(words.toCharArray(), 0, words.length());
        return foreign ? "\u2068" + words + "\u2069" : words;
    }

    /** Refusals name enum constants of rooms below as text. */
    private String constant(String name) {
        Map<String, String> all = texts.in(viewer.getLanguage());
        return Stream.of("Status.", "Priority.", "Channel.", "TicketType.", "Impact.")
                .map(prefix -> all.get(prefix + name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(name);
    }

    private String noun(String name) {
        return texts.in(viewer.getLanguage()).getOrDefault("noun." + name, name);
    }
}
