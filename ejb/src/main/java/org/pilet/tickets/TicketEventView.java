package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

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
        implements Serializable {

    /** Of a field that holds several: whether this one of them came or went. */
    boolean concerns(String one) {
        String plain = one.strip().toLowerCase(Locale.ROOT);
        return several(oldValue).contains(plain) != several(newValue).contains(plain);
    }

    private static List<String> several(String value) {
        return value == null
                ? List.of()
                : List.of(value.replaceAll("^\\[|\\]$", "").split(", "));
    }
}
