package org.pilet.conversation;

import java.io.Serializable;
import java.time.Instant;

/**
 * An answer that is ready and waits.
 *
 * @param text its beginning, as plain text
 * @param dueAt when it goes out
 * @param stopped it will not go out by itself, because of {@code stoppedWhy}: its author decides
 * @param stoppedWhy {@code NEWS} when the customer wrote meanwhile, else the key of the refusal
 * @param mine whether the caller is its author
 */
public record HeldReplyView(
        long id,
        long ticketId,
        long authorId,
        String authorName,
        String text,
        Instant heldAt,
        Instant dueAt,
        boolean stopped,
        String stoppedWhy,
        boolean mine)
        implements Serializable {}
