package org.pilet.web.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;

/** Reads what callers send, and refuses what it cannot be by the name of the field. */
final class Input {

    private static final int LAST_YEAR = 9999;

    private Input() {}

    /** One of the names, case apart; null stays null. */
    static <E extends Enum<E>> E choice(String field, Class<E> type, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String name = value.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, "unknown", value));
    }

    static <E extends Enum<E>> Set<E> choices(String field, Class<E> type, List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(value -> !value.isBlank())
                .map(value -> choice(field, type, value))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** RFC 3339 with an offset, hence a year of four digits; or null. */
    static Instant instant(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            OffsetDateTime moment = OffsetDateTime.parse(value.strip());
            if (moment.getYear() < 1 || moment.getYear() > LAST_YEAR) {
                throw new InvalidInput(field, "malformed", value);
            }
            return moment.toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(field, "malformed", value);
        }
    }

    static Long number(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw new InvalidInput(field, "malformed", value);
        }
    }

    static int limit(String value, int fallback) {
        Long limit = number("limit", value);
        return limit == null ? fallback : (int) Math.max(-1, Math.min(limit, Integer.MAX_VALUE));
    }

    /** Refused unless it is between one and the most. */
    static int limit(String value, int fallback, int most) {
        int limit = limit(value, fallback);
        if (limit < 1 || limit > most) {
            throw new InvalidInput("limit", "range", 1, most);
        }
        return limit;
    }

    static String text(String field, JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new InvalidInput(field, "malformed", value.toString());
    }

    static Long number(String field, JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        try {
            if (value instanceof JsonNumber number) {
                return number.longValueExact();
            }
        } catch (ArithmeticException fraction) {
            throw new InvalidInput(field, "malformed", value.toString());
        }
        throw new InvalidInput(field, "malformed", value.toString());
    }

    static boolean flag(String field, JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new InvalidInput(field, "malformed", value.toString());
        };
    }

    /** None for null; a null among the items is refused. */
    static List<String> texts(String field, List<String> values) {
        if (values == null) {
            return List.of();
        }
        values.forEach(value -> required(field, value));
        return values;
    }

    static <T> T required(String field, T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new InvalidInput(field, "required");
        }
        return value;
    }
}
