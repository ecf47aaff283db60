package org.pilet.automation.terms;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Something that a trigger, condition or action must be told. Pages build their inputs from it, the API its checks.
 *
 * @param many a list of values instead of one
 * @param vocabulary for a choice: the texts' prefix of its words, which is the enumeration's name
 * @param choices for a choice: what may be chosen
 */
public record Parameter(String name, Type type, boolean many, boolean required, String vocabulary, List<String> choices)
        implements Serializable {

    /** What a value is. From {@link #QUEUE} on it is the id of a record. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        NUMBER,
        MINUTES,
        CHOICE,
        QUEUE,
        PERSON,
        TEAM,
        CATEGORY,
        ORGANISATION,
        CALENDAR,
        SKILL,
        WEBHOOK,
        RESPONSE,
        CHECKLIST
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    /** One value that must be given. */
    public static Parameter one(String name, Type type) {
        return new Parameter(name, type, false, true, null, List.of());
    }

    /** Several values, at least one. */
    public static Parameter several(String name, Type type) {
        return new Parameter(name, type, true, true, null, List.of());
    }

    /** One of an enumeration. */
    public static <E extends Enum<E>> Parameter choice(String name, Class<E> of) {
        return new Parameter(name, Type.CHOICE, false, true, of.getSimpleName(), names(of));
    }

    /** Any of an enumeration, at least one. */
    public static <E extends Enum<E>> Parameter choices(String name, Class<E> of) {
        return new Parameter(name, Type.CHOICE, true, true, of.getSimpleName(), names(of));
    }

    /** The same, and it may be left out. */
    public Parameter optional() {
        return new Parameter(name, type, many, false, vocabulary, choices);
    }

    private static <E extends Enum<E>> List<String> names(Class<E> of) {
        return Arrays.stream(of.getEnumConstants()).map(Enum::name).toList();
    }
}
