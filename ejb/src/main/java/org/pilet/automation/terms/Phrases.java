package org.pilet.automation.terms;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words to look for: any of several, separated by semicolons, without regard to case and to how letters are composed. */
public final class Phrases {

    private final List<String> phrases;

    public Phrases(String list) {
        phrases = Arrays.stream(list.split(";"))
                .map(Phrases::plain)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    public boolean in(String text) {
        String plain = plain(text);
        return phrases.stream().anyMatch(plain::contains);
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC);
        return composed.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
