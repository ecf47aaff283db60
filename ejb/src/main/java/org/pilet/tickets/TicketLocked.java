package org.pilet.tickets;

import org.pilet.platform.Refusal;

/** A colleague works on the ticket, and its queue wants nobody else to meanwhile. */
public class TicketLocked extends Refusal {

    private static final long serialVersionUID = 1L;

    TicketLocked(String name) {
        super(Kind.CONFLICT, "refusal.ticketLocked", name);
    }
}
