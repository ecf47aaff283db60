package org.pilet.tickets;

import org.pilet.platform.Refusal;

/** The ticket is closed: it is kept for reading, until somebody reopens it. */
public class TicketClosed extends Refusal {

    private static final long serialVersionUID = 1L;

    TicketClosed(String number) {
        super(Kind.CONFLICT, "refusal.ticketClosed", number);
    }
}
