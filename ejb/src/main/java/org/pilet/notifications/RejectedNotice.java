package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Tells who wrote on a ticket that takes no more messages that nobody has read it, and what to do. */
@Dependent
class RejectedNotice implements NoticeKind {

    @Override
    public String event() {
        return "mail.rejected";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        return Optional.of(new Draft(
                        payload.getString("to"),
                        payload.getString("toName", ""),
                        payload.getString("language"),
                        "rejected",
                        payload.getString("subject", ""),
                        payload.getString("number"),
                        payload.getString("from"))
                .from(payload.getString("from"))
                .answering(payload.getString("inReplyTo", null)));
    }
}
