package org.pilet.teamwork;

import org.pilet.platform.Refusal;

/** The agent works on another ticket, and the house lets them work on one at a time. */
public class OtherTicketOpen extends Refusal {

    private static final long serialVersionUID = 1L;

    OtherTicketOpen(String number) {
        super(Kind.CONFLICT, "refusal.otherTicketOpen", number);
    }
}
