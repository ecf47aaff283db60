package org.pilet.channels.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file name as the sender wrote it, as far as that can harm nobody: no path, no control characters, nothing that
 * reverses the reading direction and so hides the true ending, no device name, not longer than file systems take.
 */
public final class SafeFileName {

    private static final int LONGEST_BYTES = 200;
    private static final Pattern BIDI_CONTROLS =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF\\u2028\\u2029\\uFFF9-\\uFFFB]");
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2");

    private SafeFileName() {}

    /**
     * The safe form of the name.
     *
     * @param sent what the sender wrote; may be null
     * @param fallback what to call it when nothing usable was written
     */
    public static String of(String sent, String fallback) {
        if (sent == null) {
            return fallback;
        }
        String name = lastSegment(sent);
        name = BIDI_CONTROLS.matcher(name).replaceAll("");
        name = INVISIBLE.matcher(name).replaceAll("");
        name = RESERVED.matcher(name).replaceAll("_").strip();
        name = withoutTrailingDots(name);
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.' || c == '_')) {
            return fallback;
        }
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return shortened(DEVICES.contains(stem) ? "_" + name : name);
    }

    private static String lastSegment(String path) {
        String flat = path.replace('\\', '/').replace('\u2215', '/').replace('\u2044', '/');
        while (flat.endsWith("/")) {
            flat = flat.substring(0, flat.length() - 1);
        }
        return flat.substring(flat.lastIndexOf('/') + 1);
    }

    private static String withoutTrailingDots(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end);
    }

    private static String shortened(String name) {
        if (bytes(name) <= LONGEST_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && bytes(name.substring(dot)) <= 20 ? name.substring(dot) : "";
        StringBuilder kept = new StringBuilder();
        int room = LONGEST_BYTES - bytes(ending);
        for (int i = 0; i < name.length() - ending.length(); ) {
            int letter = name.codePointAt(i);
            int size = bytes(Character.toString(letter));
            if (size > room) {
                break;
            }
            kept.appendCodePoint(letter);
            room -= size;
            i += Character.charCount(letter);
        }
        return kept.append(ending).toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
