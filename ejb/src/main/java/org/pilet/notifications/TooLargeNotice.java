package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** Tells who has sent a mail that is too large that it was not taken, and what would be. */
@Dependent
class TooLargeNotice implements NoticeKind {

    @Override
    public String event() {
        return "mail.tooLarge";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        String language = payload.getString("language");
        return Optional.of(new Draft(
                        payload.getString("to"),
                        payload.getString("toName", ""),
                        language,
                        "tooLarge",
                        payload.getString("subject", ""),
                        megabytes(payload.getJsonNumber("size").longValue(), language),
                        megabytes(payload.getJsonNumber("largest").longValue(), language))
                .from(payload.getString("from"))
                .answering(payload.getString("inReplyTo", null)));
    }

    static String megabytes(long bytes, String language) {
        return String.format(Locale.forLanguageTag(language), "%.1f", bytes / (1024.0 * 1024.0));
    }
}
