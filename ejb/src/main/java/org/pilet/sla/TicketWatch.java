package org.pilet.sla;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.conversation.ReplySent;
import org.pilet.platform.Roles;
import org.pilet.tickets.TicketChanged;
import org.pilet.tickets.TicketOpened;

/**
 * Listens to tickets, in the transactions that change them. Runs as SYSTEM, because the clocks are the system's doing
 * whoever's words set them going.
 */
@Stateless
@PermitAll // every caller's change counts
@RunAs(Roles.SYSTEM)
public class TicketWatch {

    @Inject
    private ClockKeeper keeper;

    public void opened(@Observes TicketOpened event) {
        keeper.reconcile(event.ticketId(), event.at());
    }

    public void changed(@Observes TicketChanged event) {
        switch (event.field()) {
            case STATUS, PRIORITY, QUEUE -> keeper.reconcile(event.ticketId(), event.at());
            default -> {
                // nothing that a clock depends on
            }
        }
    }

    public void answered(@Observes ReplySent event) {
        if (event.human()) {
            keeper.reconcile(event.ticketId(), event.at());
        }
    }
}
