package org.pilet.assets;

import java.io.Serializable;
import java.time.Instant;
import org.pilet.tickets.Status;

/** A ticket that tells of a thing. */
public record AssetTicket(
        long id, String number, String subject, Status status, String requesterName, Instant createdAt)
        implements Serializable {}
