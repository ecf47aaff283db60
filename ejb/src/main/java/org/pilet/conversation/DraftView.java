package org.pilet.conversation;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * Unsent words of one person at one place.
 *
 * @param html sanitised; empty when they were sent or given up
 * @param fields what else stands in the form, by its name
 * @param writer which open page has saved it; null when it was none
 * @param revision counts every saving and every discarding: a copy made upon an older one has been overtaken
 */
public record DraftView(
        String place, String html, Map<String, String> fields, String writer, long revision, Instant savedAt)
        implements Serializable {

    /** The place of what is written on a ticket. */
    public static String placeOn(long ticketId) {
        return "ticket/" + ticketId;
    }

    /** Whether there is nothing to take up. */
    public boolean isEmpty() {
        return html.isEmpty() && fields.isEmpty();
    }
}
