package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.Tickets;
import org.pilet.web.common.Viewer;

/** The gesture "mine now", offered on the list and on the ticket. */
@RequestScoped
class TakeTicket {

    @EJB
    private Tickets tickets;

    @Inject
    private Viewer viewer;

    TicketRef take(long ticketId) {
        return tickets.change(ticketId, null, List.of(new TicketChange.Assign(viewer.getPersonId())), null);
    }
}
