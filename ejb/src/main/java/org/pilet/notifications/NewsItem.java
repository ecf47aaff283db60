package org.pilet.notifications;

import java.io.Serializable;
import java.time.Instant;

/**
 * One piece of news for somebody.
 *
 * @param actorName who did it; null for the system
 * @param note the beginning of what was written along with it; null for none
 * @param detail a task's title, the new status, and the like; or null
 */
public record NewsItem(
        long id,
        NewsKind kind,
        long ticketId,
        String ticketNumber,
        String ticketSubject,
        Long messageId,
        String actorName,
        String detail,
        String note,
        Instant at,
        boolean read)
        implements Serializable {}
