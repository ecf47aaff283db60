package org.pilet.conversation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.BlobRef;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;

/** An answer as a text that the database keeps until it goes out. */
final class ReplyJson {

    private ReplyJson() {}

    static String write(Reply reply) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        put(json, "html", reply.html());
        put(json, "to", reply.to());
        put(json, "cc", reply.cc());
        put(json, "then", reply.statusAfter());
        put(json, "reason", reply.reason());
        put(json, "wakeUpAt", reply.wakeUpAt());
        put(json, "by", reply.by());
        JsonArrayBuilder files = Json.createArrayBuilder();
        reply.attachments()
                .forEach(file -> files.add(Json.createObjectBuilder()
                        .add("name", file.name())
                        .add("mediaType", file.mediaType())
                        .add("blob", file.content().id())
                        .add("size", file.content().size())
                        .add("sha256", file.content().sha256())));
        return json.add("files", files).build().toString();
    }

    static Reply read(long ticketId, String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            String then = json.getString("then", null);
            String wakeUpAt = json.getString("wakeUpAt", null);
            String by = json.getString("by", null);
            List<NewAttachment> files = json.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                    .map(file -> NewAttachment.file(
                            file.getString("name"),
                            file.getString("mediaType"),
                            new BlobRef(
                                    file.getJsonNumber("blob").longValue(),
                                    file.getJsonNumber("size").longValue(),
                                    file.getString("sha256"))))
                    .toList();
            return new Reply(
                    ticketId,
                    json.getString("html", null),
                    json.getString("to", null),
                    json.getString("cc", null),
                    files,
                    then == null ? null : Status.valueOf(then),
                    json.getString("reason", null),
                    wakeUpAt == null ? null : Instant.parse(wakeUpAt),
                    null,
                    by == null ? null : Channel.valueOf(by));
        }
    }

    private static void put(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
