package org.pilet.channels.mail;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.pilet.channels.mail.mime.MailAddress;

/**
 * A finished mail as another room puts it into the outbox under the kind {@code mail.notice}.
 *
 * @param from the address it comes from; null: the ticket's queue, else the first mailbox
 * @param ticketId the ticket it is about, so that answers find it; or null
 * @param inReplyTo Message-ID with or without angle brackets, or null
 * @param automatic the value of Auto-Submitted
 * @param unsubscribe where such mails are switched off with one click, or null
 * @param limited whether it counts against the hourly limit of automatic mails to one address
 */
record Notice(
        MailAddress to,
        String from,
        String subject,
        String text,
        String html,
        String language,
        Long ticketId,
        String inReplyTo,
        String automatic,
        boolean limited,
        String unsubscribe,
        List<File> files) {

    /** A stored file that goes along. */
    record File(String name, String mediaType, long blobId) {}

    static Notice of(String payload) {
        try (JsonReader reader = Json.createReader(new StringReader(payload))) {
            JsonObject json = reader.readObject();
            List<File> files = !json.containsKey("files")
                    ? List.of()
                    : json.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                            .map(file -> new File(
                                    file.getString("name"),
                                    file.getString("mediaType", "application/octet-stream"),
                                    file.getJsonNumber("blobId").longValue()))
                            .toList();
            return new Notice(
                    new MailAddress(json.getString("toName", ""), json.getString("to")),
                    json.getString("from", null),
                    json.getString("subject"),
                    json.getString("text"),
                    json.getString("html", null),
                    json.getString("language", "en"),
                    json.containsKey("ticketId") && !json.isNull("ticketId")
                            ? json.getJsonNumber("ticketId").longValue()
                            : null,
                    json.getString("inReplyTo", null),
                    json.getString("automatic", "auto-generated"),
                    json.getBoolean("limited", false),
                    json.getString("unsubscribe", null),
                    files);
        }
    }
}
