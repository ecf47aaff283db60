package org.pilet.channels.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * Header values as text. Between methods a raw value travels as a Latin-1 string: one char per byte, so that structure
 * can be found before anything is decoded.
 */
final class HeaderText {

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]?|\\r");
    /** The value itself ends at a semicolon, or where a parameter follows without one. */
    private static final Pattern FIRST = Pattern.compile("^[^;\\s]*(?:\\s*;|\\s+(?=[\\w*-]+\\s*=)|[^;]*;)");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private HeaderText() {}

    /** The bytes of a field's value, unfolded, one char per byte. */
    static String unfolded(ByteSequence rawField) {
        String field = new String(rawField.toByteArray(), StandardCharsets.ISO_8859_1);
        int colon = field.indexOf(':');
        String value = colon < 0 ? field : field.substring(colon + 1);
        return FOLD.matcher(value).replaceAll(" ").strip();
    }

    /** An unstructured value: unlabelled eight-bit bytes understood, encoded words decoded, controls gone. */
    static String decoded(String raw) {
        return words(eightBit(raw));
    }

    /** Encoded words decoded, controls gone. */
    static String words(String text) {
        return printable(EncodedWords.decoded(text));
    }

    /** Unlabelled eight-bit bytes understood, nothing else touched. */
    static String eightBit(String raw) {
        return CharsetGuess.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    /** The text in one line, without characters that no line of text holds. */
    static String printable(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    /** The parameters of a structured value such as Content-Type, RFC 2231 and encoded words understood. */
    static Map<String, String> parameters(String raw) {
        Matcher first = FIRST.matcher(raw);
        if (!first.find()) {
            return Map.of();
        }
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, eightBit(raw.substring(first.end())));
        ExtendedParameters extended = new ExtendedParameters();
        Map<String, String> decoded = new LinkedHashMap<>();
        for (NameValuePair pair : RawFieldParser.DEFAULT.parseParameters(bytes, new ParserCursor(0, bytes.length()))) {
            if (pair.getName() != null && !pair.getName().isBlank() && pair.getValue() != null) {
                String name = pair.getName().strip().toLowerCase(Locale.ROOT);
                if (name.contains("*")) {
                    extended.add(name, pair.getValue());
                } else {
                    // RFC 2047 forbids encoded words in parameters and half of the world writes them there.
                    decoded.putIfAbsent(name, words(pair.getValue()));
                }
            }
        }
        decoded.putAll(extended.decoded());
        return decoded;
    }
}
