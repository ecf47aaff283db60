package org.pilet.conversation;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What a customer's words do on a ticket that is done, on whichever channel they come (features B3.8, B3.9).
 *
 * @param days for REOPEN_WITHIN_DAYS, else null
 * @param thanksReopen whether words that only say thanks do what all others do; otherwise they are added and change nothing
 */
public record FollowUpPolicy(Kind kind, Integer days, boolean thanksReopen) implements Serializable {

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
        /** They are refused, and their author told to write anew. */
        REJECT
    }

    /** What holds for a queue that nobody has decided for. */
    public static final FollowUpPolicy USUAL = new FollowUpPolicy(Kind.UNTIL_CLOSED, null, false);

    /** What to do with somebody's words. */
    public enum Course {
        /** They are added to the ticket, which is open from then on unless a machine wrote them. */
        CONTINUE,
        /** They only say thanks: they are added, and the ticket stays done. */
        STAY,
        /** They open a ticket that is linked to this one. */
        NEW_TICKET,
        /** They are refused. */
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
