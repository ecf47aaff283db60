package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Names of what comes with the house, in the reader's language as long as nobody has given it another name. */
@Named
@ApplicationScoped
public class ShippedNames {

    private static final String PREFIX = "shipped.";

    private final Map<Language, Map<String, String>> keys = new ConcurrentHashMap<>();

    @Inject
    private Texts texts;

    @Inject
    private Viewer viewer;

    /** How a name that is kept is shown. */
    public String of(String kept) {
        return key(Language.EN, kept)
                .map(key -> texts.format(viewer.getLanguage(), key))
                .orElse(kept);
    }

    /** What is kept for a name that is typed: a shipped one, left as it was shown, stays the same for all readers. */
    public String kept(String typed) {
        return key(viewer.getLanguage(), typed)
                .map(key -> texts.format(Language.EN, key))
                .orElse(typed);
    }

    private Optional<String> key(Language language, String name) {
        return Optional.ofNullable(
                name == null
                        ? null
                        : keys.computeIfAbsent(language, this::shipped).get(name));
    }

    /** The keys by the names, which every line of a ticket's history asks for. */
    private Map<String, String> shipped(Language language) {
        Map<String, String> known = new HashMap<>();
        texts.in(language).forEach((key, name) -> {
            if (key.startsWith(PREFIX)) {
                known.put(name, key);
            }
        });
        return Map.copyOf(known);
    }
}
