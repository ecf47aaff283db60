package org.pilet.channels.mail.mime;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One mailbox of an address header.
 *
 * @param name the display name with everything decoded, or an empty text
 * @param address the address in lower case, never decoded: an encoded word in it stays what it is and so cannot become
 *     somebody else's account
 */
public record MailAddress(String name, String address) implements Serializable {

    private static final int LONGEST = 254;

    public MailAddress {
        name = name == null ? "" : name.strip();
        address = address.strip().toLowerCase(Locale.ROOT);
    }

    /** The usable mailboxes of a list as people type it, separated by commas. */
    public static List<MailAddress> list(String typed) {
        String raw = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return AddressHeader.parse(raw).stream().filter(MailAddress::usable).toList();
    }

    /** What stands after the last at-sign. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** What stands before the last at-sign. */
    public String localPart() {
        return address.substring(0, Math.max(0, address.lastIndexOf('@')));
    }

    /** The address without its plus-part, which is the same mailbox at every provider that offers plus-addresses. */
    public String withoutPlus() {
        String local = localPart();
        int plus = local.indexOf('+');
        return plus > 0 ? local.substring(0, plus) + "@" + domain() : address;
    }

    /** The display name, or the local part where there is none. */
    public String nameOrLocalPart() {
        return name.isBlank() ? localPart() : name;
    }

    /** Whether mail could be sent there: exactly one at-sign, something on both sides, nothing that breaks a header. */
    public boolean usable() {
        int at = address.indexOf('@');
        return at > 0
                && at == address.lastIndexOf('@')
                && at < address.length() - 1
                && address.length() <= LONGEST
                && address.chars().noneMatch(MailAddress::breaksHeader)
                && !address.contains("=?");
    }

    private static boolean breaksHeader(int c) {
        return Character.isISOControl(c)
                || Character.isWhitespace(c)
                || c == '<'
                || c == '>'
                || c == ','
                || c == ';'
                || c == '"'
                || c == '('
                || c == ')';
    }

    @Override
    public String toString() {
        return name.isBlank() ? address : name + " <" + address + ">";
    }
}
