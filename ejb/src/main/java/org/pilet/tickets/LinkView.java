package org.pilet.tickets;

import java.io.Serializable;

/**
 * A link as one of its two tickets shows it.
 *
 * @param outgoing whether it reads "this ticket … the other"; else the other way round
 * @param id of the other ticket, as are number, subject and status
 */
public record LinkView(LinkKind kind, boolean outgoing, long id, String number, String subject, Status status)
        implements Serializable {}
