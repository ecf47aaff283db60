package org.pilet.channels.mail.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of text/enriched (RFC 1896) and of its forerunner text/richtext (RFC 1341), which no library reads any more. */
final class EnrichedText {

    private static final Pattern PARAMETER = Pattern.compile("(?i)<param>[^<]{0,500}</param>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9-]{1,60}>");
    private static final Pattern BREAKS = Pattern.compile("(?:\\r?\\n)+");
    private static final String LESS = "\u0001";

    private EnrichedText() {}

    /** A single line's end is a blank, of several in a row the first is none. */
    static String plain(String enriched) {
        String bare = TAG.matcher(
                        PARAMETER.matcher(enriched.replace("<<", LESS)).replaceAll(""))
                .replaceAll("");
        Matcher breaks = BREAKS.matcher(bare);
        return breaks.replaceAll(found -> {
                    int lines =
                            (int) found.group().chars().filter(c -> c == '\n').count();
                    return lines == 1 ? " " : "\n".repeat(lines - 1);
                })
                .replace(LESS, "<");
    }

    /** Here lines end where the markup says. */
    static String plainOfOld(String rich) {
        String lines = rich.replaceAll("\\s+", " ")
                .replaceAll("(?i)<(?:nl|np)>\\s*", "\n")
                .replaceAll("(?i)<lt>", LESS);
        return TAG.matcher(lines).replaceAll("").replace(LESS, "<");
    }
}
