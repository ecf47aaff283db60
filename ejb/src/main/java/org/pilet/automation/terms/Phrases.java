package org.pilet.automation.terms;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words to look for: any of several, separated by semicolons, without regard to case and to how letters are composed. */
public final class Phrases {

    /** Two hundred rules look at the same few texts one after the other: each is made plain once. */
    private static final ThreadLocal<Map<String, String>> LAST = ThreadLocal.withInitial(IdentityHashMap::new);

    private static final int KEPT = 8;

    private final List<String> phrases;

    public Phrases(String list) {
        phrases = Arrays.stream(list.split(";"))
                .map(Phrases::plain)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    public boolean in(String text) {
        String plain = remembered(text == null ? "" : text);
        return phrases.stream().anyMatch(plain::contains);
    }

    private static String remembered(String text) {
        Map<String, String> last = LAST.get();
        String plain = last.get(text);
        if (plain == null) {
            if (last.size() >= KEPT) {
                last.clear();
            }
            plain = plain(text);
            last.put(text, plain);
        }
        return plain;
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC);
        return composed.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
