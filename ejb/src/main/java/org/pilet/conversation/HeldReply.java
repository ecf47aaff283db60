package org.pilet.conversation;

import java.time.Instant;

/** An answer as it waits, with all that it will take to send it. */
record HeldReply(
        long id, long ticketId, long authorId, Reply reply, Instant heldAt, Instant dueAt, String state, String why) {

    boolean isWaiting() {
        return state.equals("WAITING");
    }

    boolean isStopped() {
        return state.equals("STOPPED");
    }
}
