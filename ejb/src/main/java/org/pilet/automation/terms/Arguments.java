package org.pilet.automation.terms;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;

/**
 * What one trigger, condition or action of a rule was told. Values are kept as JSON; who reads them names the parameter.
 *
 * @param path where it stands in the rule, for refusals: {@code conditions.all[1]}
 */
public record Arguments(JsonObject given, String path) {

    private static final Set<String> OWN = Set.of("kind");
    private static final int LONGEST = 20_000;
    private static final int MANY = 200;
    private static final long LONGEST_MINUTES = 60L * 24 * 366 * 5;

    /**
     * Refused with {@link InvalidInput}, named by its place: what no parameter is called, what is missing, what has the
     * wrong form, and what does not exist.
     */
    public void check(List<Parameter> parameters, References references) {
        Set<String> names = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
        given.keySet().stream()
                .filter(name -> !names.contains(name) && !OWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInput(at(name), "unknown", name);
                });
        parameters.forEach(parameter -> check(parameter, references));
    }

    public boolean has(String name) {
        JsonValue value = given.get(name);
        return value != null && value != JsonValue.NULL;
    }

    /** Null when it was left out. */
    public String text(String name) {
        return has(name) ? plain(given.get(name)) : null;
    }

    public Set<String> texts(String name) {
        return values(name).stream().map(Arguments::plain).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public long number(String name) {
        return Long.parseLong(text(name));
    }

    public Set<Long> numbers(String name) {
        return texts(name).stream().map(Long::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Duration minutes(String name) {
        return has(name) ? Duration.ofMinutes(number(name)) : Duration.ZERO;
    }

    /** Null when it was left out. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return has(name) ? Enum.valueOf(type, text(name)) : null;
    }

    public <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        return texts(name).stream().map(each -> Enum.valueOf(type, each)).collect(Collectors.toSet());
    }

    /** The name with the place before it. */
    public String at(String name) {
        return path + "." + name;
    }

    private List<JsonValue> values(String name) {
        if (!has(name)) {
            return List.of();
        }
        return given.get(name) instanceof JsonArray many ? many : List.of(given.get(name));
    }

    private void check(Parameter parameter, References references) {
        String name = parameter.name();
        if (!has(name) || values(name).isEmpty()) {
            if (parameter.required()) {
                throw new InvalidInput(at(name), "required");
            }
            return;
        }
        boolean list = given.get(name) instanceof JsonArray;
        if (list != parameter.many() || values(name).size() > MANY) {
            throw new InvalidInput(at(name), "malformed", clipped(given.get(name)));
        }
        for (JsonValue value : new ArrayList<>(values(name))) {
            check(parameter, value, references);
        }
    }

    private void check(Parameter parameter, JsonValue value, References references) {
        String field = at(parameter.name());
        boolean readable = value instanceof JsonString || value instanceof JsonNumber;
        if (!readable) {
            throw new InvalidInput(field, "malformed", clipped(value));
        }
        String text = plain(value);
        if (text.isBlank()) {
            throw new InvalidInput(field, "required");
        }
        if (text.length() > LONGEST) {
            throw new InvalidInput(field, "tooLong", LONGEST);
        }
        switch (parameter.type()) {
            case TEXT, LONG_TEXT -> {}
            case NUMBER, MINUTES -> requireNumber(field, text, parameter.type());
            case CHOICE -> {
                if (!parameter.choices().contains(text)) {
                    throw new InvalidInput(field, "unknown", text);
                }
            }
            default -> {
                if (!text.matches("\\d{1,18}") || !references.known(parameter.type(), Long.parseLong(text))) {
                    throw new InvalidInput(field, "unknown", clipped(value));
                }
            }
        }
    }

    private static void requireNumber(String field, String text, Parameter.Type type) {
        if (!text.matches("-?\\d{1,9}")) {
            throw new InvalidInput(field, "malformed", text.length() > 50 ? text.substring(0, 50) : text);
        }
        long number = Long.parseLong(text);
        if (type == Parameter.Type.MINUTES && (number < 0 || number > LONGEST_MINUTES)) {
            throw new InvalidInput(field, "range", 0, LONGEST_MINUTES);
        }
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static String clipped(JsonValue value) {
        String text = value.toString();
        return text.length() > 50 ? text.substring(0, 50) : text;
    }
}
