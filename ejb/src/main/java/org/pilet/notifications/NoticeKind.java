package org.pilet.notifications;

import jakarta.json.JsonObject;
import java.util.Optional;

/** One kind of event that people are told of. */
interface NoticeKind {

    /** As the payload's {@code event} names it. */
    String event();

    /** What to say; empty if there is nobody to say it to, or no longer any need. */
    Optional<Draft> draft(JsonObject payload);
}
