package org.pilet.channels.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters of RFC 2231: in several sections, in whatever order, each plain or percent-encoded in the charset that the
 * first of them names, which may be the wrong one or none.
 */
final class ExtendedParameters {

    private static final Pattern NAME = Pattern.compile("([^*]+)\\*(?:(\\d{1,3})(\\*)?)?");

    /** A section as it was written. */
    private record Section(String value, boolean encoded) {}

    private final Map<String, TreeMap<Integer, Section>> sections = new LinkedHashMap<>();

    void add(String name, String value) {
        Matcher parsed = NAME.matcher(name);
        if (parsed.matches()) {
            boolean whole = parsed.group(2) == null;
            sections.computeIfAbsent(parsed.group(1).strip(), key -> new TreeMap<>())
                    .putIfAbsent(
                            whole ? -1 : Integer.parseInt(parsed.group(2)),
                            new Section(value, whole || parsed.group(3) != null));
        }
    }

    Map<String, String> decoded() {
        Map<String, String> values = new LinkedHashMap<>();
        sections.forEach((name, parts) -> values.put(name, decoded(parts)));
        return values;
    }

    /** A value in one piece counts more than one in sections. */
    private static String decoded(TreeMap<Integer, Section> parts) {
        Iterable<Section> wanted = parts.containsKey(-1) ? List.of(parts.get(-1)) : parts.values();
        String charset = null;
        boolean first = true;
        boolean anyEncoded = false;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Section part : wanted) {
            String value = part.value();
            if (first && part.encoded()) {
                String[] labelled = value.split("'", 3);
                charset = labelled.length == 3 ? labelled[0] : null;
                value = labelled.length == 3 ? labelled[2] : value;
            }
            first = false;
            anyEncoded |= part.encoded();
            write(value, part.encoded(), bytes);
        }
        String text = CharsetGuess.decode(bytes.toByteArray(), anyEncoded ? charset : "utf-8");
        return HeaderText.words(text);
    }

    private static void write(String value, boolean encoded, ByteArrayOutputStream bytes) {
        for (int i = 0; i < value.length(); i++) {
            int code = encoded && value.charAt(i) == '%' ? code(value, i + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                int letter = value.codePointAt(i);
                bytes.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(letter) - 1;
            }
        }
    }

    private static int code(String value, int at) {
        if (at + 1 >= value.length()) {
            return -1;
        }
        int high = Character.digit(value.charAt(at), 16);
        int low = Character.digit(value.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
