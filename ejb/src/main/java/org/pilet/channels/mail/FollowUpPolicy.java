package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What a customer's mail does on a ticket that is done (features B3.8).
 *
 * @param days for REOPEN_WITHIN_DAYS, else null
 */
public record FollowUpPolicy(Kind kind, Integer days) implements Serializable {

    /** The choices. */
    public enum Kind {
        /** A resolved ticket is reopened; after a closed one a new ticket is opened, linked to it. */
        UNTIL_CLOSED,
        /** It is reopened, even if it is closed. */
        REOPEN,
        /** It is reopened so many days after it was resolved or closed; later a new ticket is opened, linked to it. */
        REOPEN_WITHIN_DAYS,
        /** A new ticket is opened, linked to it. */
        NEW_TICKET,
        /** The mail is refused, and its sender told to write anew. */
        REJECT
    }

    /** What holds for a queue that nobody has decided for. */
    public static final FollowUpPolicy USUAL = new FollowUpPolicy(Kind.UNTIL_CLOSED, null);

    /** What to do with one mail. */
    enum Course {
        CONTINUE,
        NEW_TICKET,
        REJECT
    }

    /** The course for a ticket that is resolved, or closed, since then. */
    Course course(boolean closed, Instant doneAt, Instant now) {
        return switch (kind) {
            case UNTIL_CLOSED -> closed ? Course.NEW_TICKET : Course.CONTINUE;
            case REOPEN -> Course.CONTINUE;
            case REOPEN_WITHIN_DAYS ->
                doneAt == null || !now.isAfter(doneAt.plus(Duration.ofDays(days)))
                        ? Course.CONTINUE
                        : Course.NEW_TICKET;
            case NEW_TICKET -> Course.NEW_TICKET;
            case REJECT -> Course.REJECT;
        };
    }
}
