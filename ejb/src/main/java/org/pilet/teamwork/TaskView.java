package org.pilet.teamwork;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something to do on a ticket.
 *
 * @param checklist the list it belongs to, or null
 * @param startAt when it is planned to be begun, or null
 * @param required the ticket cannot be closed before it is done
 * @param doneAt null while it is open
 */
public record TaskView(
        long id,
        long ticketId,
        String ticketNumber,
        String ticketSubject,
        String checklist,
        String title,
        Long assigneeId,
        String assigneeName,
        Instant startAt,
        Instant dueAt,
        boolean required,
        Instant doneAt,
        String doneByName,
        int version)
        implements Serializable {

    public boolean isDone() {
        return doneAt != null;
    }
}
