package org.pilet.conversation;

import java.util.Locale;
import java.util.regex.Pattern;

/** The type and subtype that a sender claims, without parameters; nonsense becomes a plain stream of bytes. */
final class MediaType {

    private static final Pattern FORM = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}");

    private MediaType() {}

    static String of(String claimed) {
        String plain = claimed == null ? "" : claimed.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(plain).matches() ? plain : "application/octet-stream";
    }
}
