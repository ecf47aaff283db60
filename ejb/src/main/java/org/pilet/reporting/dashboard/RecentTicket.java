package org.pilet.reporting.dashboard;

import java.io.Serializable;
import java.time.Instant;
import org.pilet.tickets.Status;

/** A ticket that the caller had open. */
public record RecentTicket(String number, String subject, Status status, String requesterName, Instant seenAt)
        implements Serializable {}
