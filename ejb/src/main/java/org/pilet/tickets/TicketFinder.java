package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;

/** Reads single tickets. What the caller may not see is refused with {@link NotFound}, as if it did not exist. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class TicketFinder {

    @EJB
    private Access access;

    @Inject
    private TicketReader reader;

    @Inject
    private TicketStore store;

    public TicketView view(long id) {
        Caller caller = access.require(Permission.VIEW, reader.scope(id));
        return reader.view(id, caller);
    }

    /** By the number people use, with or without a leading {@code #}. */
    public TicketView byNumber(String number) {
        return view(idOf(number));
    }

    /** The id behind a number; says nothing about whether the caller may see it. Refused with {@link NotFound}. */
    public long idOf(String number) {
        String plain = number.strip().startsWith("#") ? number.strip().substring(1) : number.strip();
        return reader.idOf(plain).orElseThrow(() -> new NotFound("ticket", number));
    }

    /**
     * All that has happened to it, oldest first; for staff. Left out is what it had to do with tickets that the caller may
     * not see.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public List<TicketEventView> history(long id) {
        TicketScope scope = reader.scope(id);
        Caller caller = access.require(Permission.VIEW, scope);
        if (!caller.mayView(scope.queueId())) {
            throw new NotFound("ticket", scope.number()); // staff who are this ticket's customer see the public side
        }
        return reader.events(id, caller.allQueues() ? null : caller.viewQueueIds());
    }

    /** What has happened since the caller saw this version, oldest first; for staff. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public List<TicketEventView> historySince(long id, int version) {
        access.require(Permission.WORK, reader.scope(id));
        return reader.eventsSince(id, version);
    }

    /** What access to the ticket depends on, for other rooms' doors to ask {@link Access} with. */
    public TicketScope scope(long id) {
        return reader.scope(id);
    }

    /** For what shall be said on it later: refused with {@link TicketClosed} when the ticket is kept for reading. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void requireNotClosed(long id) {
        TicketView ticket = view(id);
        if (ticket.status() == Status.CLOSED) {
            throw new TicketClosed(ticket.number());
        }
    }

    /** The ticket that a merged one goes on in, as far as the caller may see it. */
    public Optional<TicketView> goesOnIn(long id) {
        access.require(Permission.VIEW, reader.scope(id));
        return store.mergedInto(id).flatMap(target -> {
            try {
                return Optional.of(view(target));
            } catch (NotFound hidden) {
                return Optional.empty();
            }
        });
    }

    /** Where mail to this ticket belongs now: the ticket it was merged into, or itself. */
    @RolesAllowed(Roles.SYSTEM)
    public long current(long id) {
        long at = id;
        for (int hops = 0; hops < 20; hops++) {
            Long next = store.mergedInto(at).orElse(null);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
