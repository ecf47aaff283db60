package org.pilet.search;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/**
 * A ticket as a list shows it to staff.
 *
 * @param words the beginning of the last public message, on one line; empty when there is none
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
        List<String> tags,
        NearestClock clock,
        boolean escalated,
        boolean unread,
        Instant changedAt,
        Instant createdAt,
        int version)
        implements Serializable {

    public WorkListRow {
        tags = List.copyOf(tags);
    }
}
