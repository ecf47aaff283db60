package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All texts of all pages, by language. The bundles are separate files so that people can work on them apart; their keys
 * do not overlap (a test sees to it), so a page names a key and not a bundle.
 */
@ApplicationScoped
public class Texts {

    public static final List<String> BUNDLES = List.of(
            "common",
            "agent",
            "desk",
            "team",
            "lists",
            "home",
            "portal",
            "admin",
            "reports",
            "rules",
            "routing",
            "mailboxes",
            "sla",
            "work");

    private final Map<Language, Map<String, String>> loaded = new ConcurrentHashMap<>();
    private final Map<Language, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

    /** Every key's text in a language. */
    public Map<String, String> in(Language language) {
        return loaded.computeIfAbsent(language, Texts::load);
    }

    /** The text with its placeholders filled; a key that nobody wrote is shown as it is, so that it gets noticed. */
    public String format(Language language, String key, Object... arguments) {
        String pattern = in(language).get(key);
        if (arguments.length == 0 || pattern == null) {
            return pattern != null
                    ? pattern
                    : arguments.length == 0 ? key : new MessageFormat(key, language.locale()).format(arguments);
        }
        return format(language, key, pattern).format(arguments);
    }

    /** Parsed once; a format must not be shared by threads, but anyone may copy one that nobody uses. */
    private MessageFormat format(Language language, String key, String pattern) {
        return (MessageFormat) formats.computeIfAbsent(language, each -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, each -> new MessageFormat(pattern, language.locale()))
                .clone();
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> texts = new HashMap<>();
        for (String bundle : BUNDLES) {
            ResourceBundle file = ResourceBundle.getBundle(
                    "org.pilet.web.texts." + bundle,
                    language.locale(),
                    Texts.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            file.keySet().forEach(key -> texts.put(key, file.getString(key)));
        }
        return Map.copyOf(texts);
    }
}
