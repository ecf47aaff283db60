package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first letters of the first and last word of a name, for where the name has no room. */
@Named("initials")
@ApplicationScoped
public class Initials {

    public String of(String name) {
        String[] words = name == null ? new String[0] : name.strip().split("[\\s.@]+");
        return Stream.of(words.length == 0 ? "" : words[0], words.length < 2 ? "" : words[words.length - 1])
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining("\u200c")) // keeps Persian letters from joining
                .toUpperCase(Locale.ROOT);
    }
}
