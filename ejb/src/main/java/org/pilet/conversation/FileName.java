package org.pilet.conversation;

import java.util.regex.Pattern;

/** A file name that is true to its sender's and harmless: no path, no control or bidirectional override characters. */
final class FileName {

    private static final int LONGEST = 150;
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029<>:\"|?*]");

    private FileName() {}

    static String safe(String given) {
        String name = given == null ? "" : given.substring(lastSeparator(given) + 1);
        name = HARMFUL.matcher(name).replaceAll("").strip();
        name = name.replaceAll("^\\.+", "").replaceAll("[. ]+$", "");
        if (name.isEmpty()) {
            return "file";
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static int lastSeparator(String given) {
        return Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - extension.length()) + extension;
    }
}
