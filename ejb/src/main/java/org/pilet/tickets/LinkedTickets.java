package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;

/**
 * How tickets hang together. Both histories show who drew a link and who removed it. A link belongs to two tickets: as long
 * as one of them is not closed it may be drawn and removed, else that is refused with {@link TicketClosed}.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class LinkedTickets {

    @EJB
    private Access access;

    @Inject
    private TicketStore tickets;

    @Inject
    private TicketReader reader;

    @Inject
    private LinkStore store;

    @Inject
    private TicketHistory history;

    @Inject
    private Clock clock;

    /**
     * Links the ticket to another, which the caller must be able to see. Drawing a link twice changes nothing. Refused
     * with {@link LinkRefused} when it is the same ticket, or when parts would go round in a circle.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM}) // rules open parts of tickets
    public void link(long fromId, long toId, LinkKind kind) {
        link(access.me(), fromId, toId, kind);
    }

    /** As {@link #link}, in the name of somebody who has ordered it earlier, by their rights of now. */
    @RolesAllowed(Roles.SYSTEM)
    public void linkFor(long personId, long fromId, long toId, LinkKind kind) {
        link(access.person(personId), fromId, toId, kind);
    }

    private void link(Caller caller, long fromId, long toId, LinkKind kind) {
        caller.require(Permission.WORK, reader.scope(fromId));
        caller.require(Permission.VIEW, reader.scope(toId));
        boolean circle = (kind == LinkKind.CHILD_OF || kind == LinkKind.DUPLICATE_OF || kind == LinkKind.CAUSED_BY)
                && store.leadsTo(toId, fromId, kind);
        if (fromId == toId || circle || !kind.isByHand()) {
            throw new LinkRefused(reader.scope(toId).number());
        }
        if (store.add(fromId, toId, kind)) {
            record(caller, fromId, toId, "LINKED");
        }
    }

    /** Removes a link that was drawn by hand; removing what is not there changes nothing. */
    public void unlink(long fromId, long toId, LinkKind kind) {
        unlink(access.me(), fromId, toId, kind);
    }

    /** As {@link #unlink}, in the name of somebody who has ordered it earlier, by their rights of now. */
    @RolesAllowed(Roles.SYSTEM)
    public void unlinkFor(long personId, long fromId, long toId, LinkKind kind) {
        unlink(access.person(personId), fromId, toId, kind);
    }

    private void unlink(Caller caller, long fromId, long toId, LinkKind kind) {
        caller.require(Permission.WORK, reader.scope(fromId));
        if (kind.isByHand() && store.remove(fromId, toId, kind)) {
            record(caller, fromId, toId, "UNLINKED");
        }
    }

    /** Links from and to the ticket whose other end the caller may see. */
    public List<LinkView> of(long ticketId) {
        access.require(Permission.VIEW, reader.scope(ticketId));
        Caller caller = access.me();
        return store.of(ticketId).stream()
                .filter(link -> caller.mayView(reader.scope(link.id()).queueId()))
                .toList();
    }

    private void record(Caller caller, long fromId, long toId, String kind) {
        Instant now = clock.now();
        Ticket first = tickets.lock(Math.min(fromId, toId));
        Ticket second = tickets.lock(Math.max(fromId, toId));
        if (first.status() == Status.CLOSED && second.status() == Status.CLOSED) {
            throw new TicketClosed(first.number());
        }
        Author author = Author.of(caller, null);
        history.record(first, author, now, kind, null, second.number());
        history.record(second, author, now, kind, null, first.number());
        first.touched(now);
        second.touched(now);
    }
}
