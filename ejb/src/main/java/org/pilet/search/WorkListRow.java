package org.pilet.search;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.Urgency;

/**
 * A ticket as a list shows it to staff.
 *
 * @param words the beginning of the last public message, on one line; empty when there is none. When words were looked
 *     for: where they stand, each hit between {@link #HIT} and {@link #END}
 * @param impact null while nobody has assessed it, as the urgency
 * @param ownerName null when nobody owns it
 * @param clock the nearest service level clock that still owes something, or null
 * @param unread something has happened since the caller last had it in front of them
 */
public record WorkListRow(
        long id,
        String number,
        String subject,
        String words,
        Status status,
        Priority priority,
        Impact impact,
        Urgency urgency,
        Channel channel,
        long requesterId,
        String requesterName,
        Long organisationId,
        String organisationName,
        Long ownerId,
        String ownerName,
        long queueId,
        String queueName,
        long categoryId,
        String categoryName,
        List<String> tags,
        NearestClock clock,
        boolean escalated,
        boolean unread,
        Instant changedAt,
        Instant createdAt,
        int version)
        implements Serializable {

    /** Before a word that was looked for. */
    public static final char HIT = '\u0002';

    /** Behind a word that was looked for. */
    public static final char END = '\u0003';

    public WorkListRow {
        tags = List.copyOf(tags);
    }

    WorkListRow withWords(String found) {
        return new WorkListRow(
                id,
                number,
                subject,
                found,
                status,
                priority,
                impact,
                urgency,
                channel,
                requesterId,
                requesterName,
                organisationId,
                organisationName,
                ownerId,
                ownerName,
                queueId,
                queueName,
                categoryId,
                categoryName,
                tags,
                clock,
                escalated,
                unread,
                changedAt,
                createdAt,
                version);
    }
}
