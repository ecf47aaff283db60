package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/**
 * One line of a ticket's history.
 *
 * @param kind OPENED, a field's {@link Field#eventKind()}, VIEWED, or what another room recorded (MESSAGE_RECEIVED,
 *     REPLY_SENT, NOTE_ADDED, SLA_BREACHED, …)
 * @param actorName null when the system did it
 * @param cause why the system did it, for example {@code sla:resolution} or {@code rule:12}
 * @param oldValue for people, queues and categories their name at present; else the stored value
 */
public record TicketEventView(
        long id,
        Instant at,
        String kind,
        Long actorId,
        String actorName,
        String actorKind,
        String cause,
        String oldValue,
        String newValue)
        implements Serializable {}
