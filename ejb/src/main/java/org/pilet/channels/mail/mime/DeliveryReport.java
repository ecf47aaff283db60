package org.pilet.channels.mail.mime;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server or a reading program reports about a mail sent earlier (RFC 3464, 8098, 5965, or older customs).
 *
 * @param kind what is reported
 * @param recipients one entry for each address reported on; may be empty where only the report's frame was understood
 * @param originalMessageId the Message-ID of the mail reported on, without angle brackets, or null
 * @param originalReferences what that mail referred to
 */
public record DeliveryReport(
        Kind kind, List<Recipient> recipients, String originalMessageId, List<String> originalReferences)
        implements Serializable {

    /** What a report is about. */
    public enum Kind {
        /** Whether a mail arrived. */
        DELIVERY,
        /** That somebody has opened or deleted it. */
        RECEIPT,
        /** That somebody calls it unwanted. */
        COMPLAINT
    }

    /**
     * The fate of one recipient.
     *
     * @param address lower case
     * @param action failed, delayed, delivered, relayed or expanded; empty where not given
     * @param status the enhanced status code such as 5.1.1; empty where not given
     * @param diagnostic what the other server said
     */
    public record Recipient(String address, String action, String status, String diagnostic) implements Serializable {

        /** Whether mail to that address will not arrive by trying again. */
        public boolean failed() {
            return action.equals("failed") || (action.isEmpty() && status.startsWith("5"));
        }
    }

    public DeliveryReport {
        recipients = List.copyOf(recipients);
        originalReferences = List.copyOf(originalReferences);
    }

    /** Whether at least one recipient is out of reach for good. */
    public boolean failed() {
        return recipients.stream().anyMatch(Recipient::failed);
    }

    /** The recipients of a message/delivery-status text: groups of fields between empty lines, the first is no person. */
    static List<Recipient> recipients(String deliveryStatus) {
        List<Recipient> found = new ArrayList<>();
        for (String group : deliveryStatus.replace("\r\n", "\n").split("\n[ \\t]*\n")) {
            MailHeaders fields = fields(group);
            // the address we wrote to, not the one it was forwarded to
            Optional<String> address = fields.first("Original-Recipient")
                    .map(DeliveryReport::address)
                    .filter(written -> written.contains("@"))
                    .or(() -> fields.first("Final-Recipient").map(DeliveryReport::address));
            address.ifPresent(to -> found.add(new Recipient(
                    to,
                    firstWord(fields.first("Action").orElse("")),
                    firstWord(fields.first("Status").orElse("")),
                    fields.first("Diagnostic-Code").orElse(""))));
        }
        return found;
    }

    /** The fields of a block of text as a header would give them. */
    static MailHeaders fields(String block) {
        MailHeaders fields = new MailHeaders();
        String name = null;
        StringBuilder value = new StringBuilder();
        for (String line : block.replace("\r\n", "\n").split("\n")) {
            if (name != null && !line.isEmpty() && Character.isWhitespace(line.charAt(0))) {
                value.append(' ').append(line.strip());
                continue;
            }
            if (name != null) {
                fields.add(name, value.toString());
                name = null;
            }
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).chars().noneMatch(Character::isWhitespace)) {
                name = line.substring(0, colon);
                value.setLength(0);
                value.append(line.substring(colon + 1).strip());
            }
        }
        if (name != null) {
            fields.add(name, value.toString());
        }
        return fields;
    }

    private static String address(String typed) {
        String address = typed.substring(typed.indexOf(';') + 1).strip();
        return address.replace("<", "").replace(">", "").toLowerCase(Locale.ROOT);
    }

    private static String firstWord(String value) {
        return value.strip().split("[\\s;(]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
