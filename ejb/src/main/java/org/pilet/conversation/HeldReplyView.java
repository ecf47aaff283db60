package org.pilet.conversation;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pilet.tickets.Channel;

/**
 * An answer that is ready and waits.
 *
 * @param by how it is to reach the customer; null: in the usual way
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
        Channel by,
        String text,
        Instant heldAt,
        Instant dueAt,
        boolean stopped,
        String stoppedWhy,
        boolean mine)
        implements Serializable {

    /** The longest that an answer waits without anybody having put it off. */
    static final Duration LONGEST_HOLD = Duration.ofSeconds(60);

    /** When its author wants it to go out; empty when it only waits to be taken back, and once it has stopped. */
    public Optional<Instant> chosenTime() {
        return !stopped && dueAt.isAfter(heldAt.plus(LONGEST_HOLD)) ? Optional.of(dueAt) : Optional.empty();
    }
}
