package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/** Gives a second matter that somebody wrote about a ticket of its own. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Splits {

    @EJB
    private Access access;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @EJB
    private Conversations conversations;

    @Inject
    private MessageStore store;

    /**
     * Makes a new ticket of one message, for a second matter in it: in the same queue, for whoever wrote it, linked to the
     * ticket it came from, where it stays as well. Refused as {@link Tickets#open} is.
     */
    public TicketRef split(long messageId, String subject) {
        MessageView message = conversations.view(messageId);
        access.require(Permission.WORK, finder.scope(message.ticketId()));
        TicketView from = finder.view(message.ticketId());
        boolean customers = message.origin() == Origin.CUSTOMER && message.authorId() != null;
        OpenTicket asked = new OpenTicket(
                        subject == null || subject.isBlank() ? from.subject() : subject.strip(),
                        from.queueId(),
                        from.categoryId(),
                        from.priority(),
                        from.type(),
                        message.channel(),
                        customers ? message.authorId() : from.requesterId(),
                        message.language(),
                        true,
                        List.of(),
                        "split:" + from.number())
                .assessed(from.impact(), from.urgency(), from.priorityByHand());
        return tickets.open(asked, ticket -> {
            store.copy(messageId, ticket.id());
            tickets.link(ticket.id(), from.id(), "SPLIT_FROM");
        });
    }

    /**
     * Takes a split back: the new ticket is deleted. Refused with {@link SplitWentOn} once anything has been said on it.
     */
    public void takeBack(long ticketId) {
        access.require(Permission.WORK, finder.scope(ticketId));
        TicketView ticket = finder.view(ticketId);
        if (store.countOn(ticketId) > 1 || ticket.status() == Status.MERGED) {
            throw new SplitWentOn(ticket.number());
        }
        TicketChange gone = TicketChange.SetStatus.to(Status.DELETED);
        tickets.change(ticketId, null, List.of(gone), "split undone");
    }
}
