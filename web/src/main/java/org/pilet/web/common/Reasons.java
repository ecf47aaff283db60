package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Why a mail is where it is, in the reader's language. It is stored as lines of a text's key and its arguments, separated
 * by tabs; a line that is no such thing, say a person's words, is shown as it is.
 */
@Named("reasons")
@ApplicationScoped
public class Reasons {

    private static final String PREFIX = "why.";

    @Inject
    private Texts texts;

    @Inject
    private PageTexts page;

    /** For the page's viewer. */
    public String of(String stored) {
        return stored == null ? "" : sentences(stored, (key, arguments) -> page.format(key, arguments));
    }

    /** For whoever reads that language; null for null. */
    public String in(Language language, String stored) {
        return stored == null ? null : sentences(stored, (key, arguments) -> texts.format(language, key, arguments));
    }

    /** Says one sentence. */
    @FunctionalInterface
    private interface Sentence {
        String say(String key, Object... arguments);
    }

    private String sentences(String stored, Sentence sentence) {
        return stored.lines().map(line -> said(line, sentence)).collect(Collectors.joining(" "));
    }

    private String said(String line, Sentence sentence) {
        String[] parts = line.split("\t", -1);
        boolean known = parts[0].startsWith(PREFIX) && texts.in(Language.EN).containsKey(parts[0]);
        return known ? sentence.say(parts[0], (Object[]) Arrays.copyOfRange(parts, 1, parts.length)) : line;
    }
}
