package org.pilet.platform;

import java.util.function.Function;

/**
 * One thing that an administrator may set at run time. Rooms declare theirs as constants.
 *
 * @param key dotted name, also the REST name
 * @param fallback what holds until somebody sets it
 * @param parser turns the stored text into the value; throws on nonsense
 * @param sentence what it does, for the administrator's page
 */
public record Setting<T>(String key, T fallback, Function<String, T> parser, String sentence) {

    public static Setting<String> text(String key, String fallback, String sentence) {
        return new Setting<>(key, fallback, Function.identity(), sentence);
    }

    public static Setting<Integer> number(String key, int fallback, String sentence) {
        return new Setting<>(key, fallback, Integer::valueOf, sentence);
    }

    public static Setting<Boolean> flag(String key, boolean fallback, String sentence) {
        return new Setting<>(key, fallback, Boolean::valueOf, sentence);
    }
}
