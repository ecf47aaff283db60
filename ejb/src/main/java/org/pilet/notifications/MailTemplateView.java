package org.pilet.notifications;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * The words that the house uses for an event, in a language, for a queue.
 *
 * @param queueId whose words are asked for; null: those for all queues
 * @param source from where they come, after looking in that order
 * @param subject with places such as {@code {{number}}}
 * @param body plain text with places; paragraphs are separated by an empty line
 * @param places what both may name
 * @param version to be sent back with a change; 0 where nothing was written in this place yet
 * @param changedAt when they were written, or null for shipped ones
 */
public record MailTemplateView(
        MailEvent event,
        String language,
        Long queueId,
        Source source,
        String subject,
        String body,
        List<String> places,
        int version,
        Instant changedAt)
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
