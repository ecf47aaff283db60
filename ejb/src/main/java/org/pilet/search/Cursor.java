package org.pilet.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.pilet.platform.InvalidInput;

/**
 * Where a page ended: the order it was in, and its last row's values of that order. Opaque to callers; one that was
 * made for another order, or by nobody, is refused.
 */
record Cursor(String order, List<String> values) {

    /** Stands for "no due time"; sorts behind every instant in PostgreSQL. */
    static final String NEVER = "infinity";

    private static final String SEPARATOR = "|";

    /** Later than any row; the database could not read what Java takes for an instant beyond. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    String encoded() {
        List<String> parts = new ArrayList<>(List.of(order));
        parts.addAll(values);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Refused with {@link InvalidInput} unless it was made for this order with so many values. */
    static Cursor decode(String encoded, String order, int length) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\\|", -1));
            if (parts.size() == length + 1 && parts.get(0).equals(order)) {
                return new Cursor(order, parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException notBase64) {
            throw malformed(encoded);
        }
        throw malformed(encoded);
    }

    long number(int index) {
        try {
            return Long.parseLong(values.get(index));
        } catch (NumberFormatException e) {
            throw malformed(encoded());
        }
    }

    /** An instant's text, or {@link #NEVER}: checked, so that only these two reach the database. */
    String moment(int index) {
        String value = values.get(index);
        try {
            if (value.equals(NEVER) || Instant.parse(value).isBefore(END)) {
                return value;
            }
        } catch (DateTimeParseException e) {
            throw malformed(encoded());
        }
        throw malformed(encoded());
    }

    static String moment(Instant instant) {
        return instant == null ? NEVER : instant.toString();
    }

    private static InvalidInput malformed(String cursor) {
        return new InvalidInput("cursor", "malformed", cursor.length() > 200 ? cursor.substring(0, 200) : cursor);
    }
}
