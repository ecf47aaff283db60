package org.pilet.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;

/**
 * A piece of JSON that is read with good will: names in any case and with any hyphens, one value where a list may stand,
 * several names for one thing. What cannot be understood is refused by its path, such as {@code events[2].at}.
 */
final class Loose {

    private static final long MILLIS_FROM = 100_000_000_000L;

    /** A local time and the name of its zone, after a space or in brackets. */
    private static final Pattern NAMED_ZONE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d[:.\\d]*)(?: +|\\[)([A-Z][A-Za-z_]+/[A-Za-z_/+-]+)\\]?");

    private final String path;
    private final JsonValue value;
    private final Set<String> heard;

    Loose(String path, JsonValue value) {
        this(path, value, new HashSet<>());
    }

    private Loose(String path, JsonValue value, Set<String> heard) {
        this.path = path;
        this.value = value;
        this.heard = heard;
    }

    String path() {
        return path;
    }

    boolean isObject() {
        return value instanceof JsonObject;
    }

    boolean isArray() {
        return value instanceof JsonArray;
    }

    boolean isText() {
        return value instanceof JsonString;
    }

    boolean isNumber() {
        return value instanceof JsonNumber;
    }

    boolean isFlag() {
        return value == JsonValue.TRUE || value == JsonValue.FALSE;
    }

    boolean isNull() {
        return value == null || value == JsonValue.NULL;
    }

    /** The first of the fields that is there, and not null. */
    Optional<Loose> any(String... names) {
        if (value instanceof JsonObject object) {
            for (String name : names) {
                for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
                    if (plain(entry.getKey()).equals(plain(name)) && entry.getValue() != JsonValue.NULL) {
                        return Optional.of(field(entry.getKey(), entry.getValue()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The first of the fields that is there; refused by the first name when there is none. */
    Loose need(String... names) {
        return any(names).orElseThrow(() -> new InvalidInput(under(names[0]), "required"));
    }

    /** The fields of an object, by their names as given. */
    List<Map.Entry<String, Loose>> fields() {
        if (!(value instanceof JsonObject object)) {
            throw malformed();
        }
        List<Map.Entry<String, Loose>> fields = new ArrayList<>();
        object.forEach((name, field) -> fields.add(Map.entry(name, field(name, field))));
        return fields;
    }

    /** Whether it is an object whose names are all such; asking does not count as reading them. */
    boolean isNamedBy(Predicate<String> name) {
        return value instanceof JsonObject object && object.keySet().stream().allMatch(name);
    }

    private Loose field(String name, JsonValue field) {
        heard.add(under(name));
        return new Loose(under(name), field, heard);
    }

    /** The fields that nobody has asked for by now, in this piece and in all that were asked for; a null is none. */
    List<String> unheard() {
        List<String> found = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.forEach((name, field) -> {
                if (heard.contains(under(name))) {
                    found.addAll(new Loose(under(name), field, heard).unheard());
                } else if (field != JsonValue.NULL) {
                    found.add(under(name));
                }
            });
        } else if (isArray()) {
            items().forEach(item -> found.addAll(item.unheard()));
        }
        return found;
    }

    /** The items of a list; what is no list is a list of one. */
    List<Loose> items() {
        if (!(value instanceof JsonArray array)) {
            return isNull() ? List.of() : List.of(this);
        }
        List<Loose> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(new Loose(path + "[" + i + "]", array.get(i), heard));
        }
        return items;
    }

    /** Text, or a number as text. */
    String text() {
        if (value instanceof JsonString text) {
            return text.getString().strip();
        }
        if (value instanceof JsonNumber number) {
            return number.toString();
        }
        throw malformed();
    }

    BigDecimal number() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException e) {
            throw new InvalidInput(path, "number", shown());
        }
    }

    boolean flag() {
        return switch (isFlag() ? value.toString() : isText() ? plain(text()) : "") {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new InvalidInput(path, "yesNo", shown());
        };
    }

    /** A flag that is false when it is not there. */
    boolean flag(String... names) {
        return any(names).map(Loose::flag).orElse(false);
    }

    /**
     * RFC 3339 with an offset; a local time, with T or a space, is one of that zone; a number is seconds, or milliseconds,
     * since 1970. What is finer than a microsecond is cut off, as everywhere in the house.
     */
    Instant instant(ZoneId zone) {
        return exactInstant(zone).truncatedTo(ChronoUnit.MICROS);
    }

    private Instant exactInstant(ZoneId zone) {
        try {
            if (isNumber() || text().matches("-?\\d{9,15}")) {
                long number = number().longValueExact();
                return Math.abs(number) >= MILLIS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            Matcher named = NAMED_ZONE.matcher(text());
            if (named.matches()) {
                return new Loose(path, Json.createValue(named.group(1)), heard).exactInstant(ZoneId.of(named.group(2)));
            }
            String text = text().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) +(\\d)", "$1T$2")
                    .replaceFirst(" (?=UTC|Z|[+-]\\d)", "")
                    .replaceFirst("UTC$", "Z");
            if (text.matches(".*T.*(Z|[+-]\\d\\d)$") && !text.endsWith("Z")) {
                text = text + ":00";
            }
            if (text.matches(".*T.*(Z|z|[+-]\\d\\d:?\\d\\d)$")) {
                return OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant();
            }
            if (text.endsWith("]")) {
                return ZonedDateTime.parse(text).toInstant();
            }
            return (text.contains("T")
                            ? LocalDateTime.parse(text)
                            : LocalDate.parse(text).atStartOfDay())
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidInput(path, "instant", shown());
        }
    }

    /** One of the constants, by any of the names that the other function knows or its own. */
    <E extends Enum<E>> E choice(Class<E> type, BiFunction<String, String, E> others) {
        String given = text();
        for (E constant : type.getEnumConstants()) {
            if (plain(constant.name()).equals(plain(given))) {
                return constant;
            }
        }
        E other = others.apply(plain(given), given);
        if (other == null) {
            throw unknown(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        }
        return other;
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        return choice(type, (name, given) -> null);
    }

    InvalidInput malformed() {
        return new InvalidInput(path, "malformed", shown());
    }

    private String shown() {
        String shown = isText() ? text() : String.valueOf(value);
        return shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
    }

    InvalidInput unknown() {
        return new InvalidInput(path, "unknown", isObject() || isArray() ? String.valueOf(value) : text());
    }

    /** Refused with what would have been understood. */
    InvalidInput unknown(Collection<String> known) {
        return new InvalidInput(path, "oneOf", text(), String.join(", ", known));
    }

    /** Letters and digits in lower case: "First-Response" is "firstresponse". */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+*]", "");
    }

    private String under(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
