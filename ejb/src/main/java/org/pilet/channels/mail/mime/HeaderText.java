package org.pilet.channels.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;

/**
 * Header values as text. Between methods a raw value travels as a Latin-1 string: one char per byte, so that structure
 * can be found before anything is decoded.
 */
final class HeaderText {

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]?|\\r");
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
        boolean encoded = text.contains("=?");
        return printable(
                encoded
                        ? DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, Charset.forName("windows-1252"))
                        : text);
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
        int semicolon = raw.indexOf(';');
        if (semicolon < 0) {
            return Map.of();
        }
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, eightBit(raw.substring(semicolon + 1)));
        MimeParameterMapping extended = new MimeParameterMapping();
        Map<String, String> decoded = new LinkedHashMap<>();
        for (NameValuePair pair : RawFieldParser.DEFAULT.parseParameters(bytes, new ParserCursor(0, bytes.length()))) {
            if (pair.getName() != null && !pair.getName().isBlank() && pair.getValue() != null) {
                String name = pair.getName().toLowerCase(Locale.ROOT);
                if (name.contains("*")) {
                    extended.addParameter(name, pair.getValue());
                } else {
                    // RFC 2047 forbids encoded words in parameters and half of the world writes them there.
                    decoded.put(name, words(pair.getValue()));
                }
            }
        }
        extended.getParameters().forEach((name, value) -> decoded.put(name, printable(value)));
        return decoded;
    }
}
