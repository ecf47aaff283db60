package org.pilet.channels.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * The mailboxes of an address header: comments, groups and quoted names understood; display names are decoded only after
 * the header was taken apart, so an encoded comma or angle bracket stays part of a name.
 */
final class AddressHeader {

    /** Stands for the start of an encoded word while the library splits the header, lest it decodes too early. */
    private static final String VEILED = "=\u0001";

    private AddressHeader() {}

    static List<MailAddress> parse(String raw) {
        String veiled = raw.replace('\u0001', ' ').replace("=?", VEILED);
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, HeaderText.eightBit(veiled));
        List<MailAddress> found = new ArrayList<>();
        for (Mailbox mailbox : LenientAddressParser.DEFAULT
                .parseAddressList(bytes, new ParserCursor(0, bytes.length()))
                .flatten()) {
            if (mailbox.getLocalPart() != null && mailbox.getDomain() != null) {
                String name = mailbox.getName() == null ? "" : mailbox.getName();
                String address = mailbox.getLocalPart() + "@" + mailbox.getDomain();
                found.add(new MailAddress(
                        HeaderText.words(name.replace(VEILED, "=?")),
                        HeaderText.printable(address.replace(VEILED, "=?"))));
            }
        }
        return List.copyOf(found);
    }
}
