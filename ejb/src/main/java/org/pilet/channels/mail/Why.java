package org.pilet.channels.mail;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a mail was taken as it was, in a form that each reader sees in their own language: one line for each sentence, with
 * the key of its text and the arguments, separated by tabs.
 */
final class Why {

    private Why() {}

    /** One sentence. */
    static String of(String key, Object... arguments) {
        return Stream.concat(Stream.of("why." + key), Arrays.stream(arguments).map(Why::flat))
                .collect(Collectors.joining("\t"));
    }

    /** Several sentences, one after the other; empty ones are left out. */
    static String and(String... sentences) {
        return Arrays.stream(sentences)
                .filter(sentence -> sentence != null && !sentence.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String flat(Object argument) {
        String words = String.valueOf(argument).replaceAll("[\\p{Cntrl}]+", " ").strip();
        return words.length() > 300 ? words.substring(0, 300) : words;
    }
}
