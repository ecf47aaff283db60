package org.pilet.platform;

import java.util.Set;
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

    /**
     * A number that must not be beyond either end, whatever is stored: then the nearer end holds, and the fallback in
     * place of what is no number.
     */
    public static Setting<Integer> number(String key, int fallback, int least, int most, String sentence) {
        return new Setting<>(key, fallback, stored -> within(stored, fallback, least, most), sentence);
    }

    /** One of a few words; the fallback holds in place of any other. */
    public static Setting<String> choice(String key, String fallback, Set<String> words, String sentence) {
        return new Setting<>(key, fallback, stored -> words.contains(stored) ? stored : fallback, sentence);
    }

    public static Setting<Boolean> flag(String key, boolean fallback, String sentence) {
        return new Setting<>(key, fallback, Boolean::valueOf, sentence);
    }

    private static int within(String stored, int fallback, int least, int most) {
        try {
            long number = Long.parseLong(stored.strip());
            return (int) Math.max(least, Math.min(most, number));
        } catch (NumberFormatException nonsense) {
            return fallback;
        }
    }
}
