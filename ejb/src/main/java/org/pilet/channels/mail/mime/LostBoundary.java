package org.pilet.channels.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The boundary that a multipart uses although its header names none, or another one. */
final class LostBoundary {

    /** A line that starts with two hyphens, and a field of a part's header under it. */
    private static final Pattern BEFORE_PART = Pattern.compile(
            "(?m)^--(\\S[^\\r\\n]{0,198}?)[ \\t]*\\r?\\n(?:[ \\t]*\\r?\\n)?(?i:content-[a-z-]{1,40})[ \\t]*:");

    private LostBoundary() {}

    /** Looks for it at the start of what should have been parts. */
    static Optional<String> in(byte[] start) {
        Matcher matcher = BEFORE_PART.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
