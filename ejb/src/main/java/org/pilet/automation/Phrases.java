package org.pilet.automation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Words to look for: any of several, separated by semicolons, without regard to case and to how letters are composed. */
record Phrases(String list) {

    boolean in(String text) {
        String plain = plain(text);
        return Arrays.stream(list.split(";"))
                .map(Phrases::plain)
                .filter(phrase -> !phrase.isEmpty())
                .anyMatch(plain::contains);
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC);
        return composed.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
