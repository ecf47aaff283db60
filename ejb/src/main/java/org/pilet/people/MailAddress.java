package org.pilet.people;

import java.util.Locale;
import org.pilet.platform.InvalidInput;

/** The comparable form of a mail address. */
final class MailAddress {

    private MailAddress() {}

    /** Lower case without surrounding blanks; refused when it has no local part, no domain, or holds blanks. */
    static String normalise(String address) {
        String plain = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        boolean blank = plain.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        if (at < 1 || at == plain.length() - 1 || blank || plain.length() > 320) {
            throw new InvalidInput("email", "address", address);
        }
        return plain;
    }

    static String domain(String normalised) {
        return normalised.substring(normalised.lastIndexOf('@') + 1);
    }
}
