package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/** What customers say of a solution without a word: by a button of the portal, or over the API. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Verdicts {

    @Inject
    private FollowUps followUps;

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @EJB
    private Tickets tickets;

    /**
     * Confirms (CLOSED) or reopens (OPEN) a resolved ticket. It is reopened only where words of the customer would reopen it
     * (see {@link FollowUpPolicy}): refused with {@link ReopeningRefused} where they open a new one, with {@link
     * FollowUpRefused} where they are not taken, and as {@link Tickets#decide} is.
     */
    public TicketRef decide(long ticketId, boolean solved) {
        access.require(Permission.WRITE, finder.scope(ticketId));
        TicketView ticket = finder.view(ticketId);
        if (!solved && ticket.status() == Status.RESOLVED) {
            requireReopening(ticket);
        }
        return tickets.decide(ticketId, solved);
    }

    private void requireReopening(TicketView ticket) {
        switch (followUps.course(ticket)) {
            case NEW_TICKET -> throw new ReopeningRefused(ticket.number());
            case REJECT -> throw new FollowUpRefused(ticket.number());
            case CONTINUE, STAY -> {}
        }
    }
}
