package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What stands below agents' answers, in a language, for a queue.
 *
 * @param queueId whose words are asked for; null: those for all queues
 * @param source from where they come, after looking in that order
 * @param body plain text with places such as {@code {{signature}}}
 * @param places what it may name
 * @param version to be sent back with a change; 0 where nothing was written in this place yet
 * @param changedAt when they were written, or null for shipped ones
 */
public record ReplyFrameView(
        String language, Long queueId, Source source, String body, List<String> places, int version, Instant changedAt)
        implements Serializable {

    /** Where words were found. */
    public enum Source {
        /** Written for this queue. */
        QUEUE,
        /** Written for all queues. */
        HOUSE,
        /** As Pilet brings them. */
        SHIPPED
    }
}
