package org.pilet.teamwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;

/** Who follows a ticket and so hears of its news, without owning it. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Watchers {

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private WatcherStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<TeamworkChanged> changed;

    /** By name. Only staff of the ticket's queue learn it. */
    public List<WatcherView> of(long ticketId) {
        Seeing.require(access, finder, ticketId);
        return store.of(ticketId);
    }

    /** The caller follows the ticket. */
    public void watch(long ticketId) {
        long me = Seeing.require(access, finder, ticketId).personId();
        if (store.add(ticketId, me, clock.now())) {
            changed.fire(new TeamworkChanged(ticketId));
        }
    }

    /** The caller no longer follows it. */
    public void unwatch(long ticketId) {
        long me = Seeing.require(access, finder, ticketId).personId();
        if (store.remove(ticketId, me)) {
            changed.fire(new TeamworkChanged(ticketId));
        }
    }

    /** A colleague follows it. Refused with {@link InvalidInput} when they may not see its queue. */
    public void add(long ticketId, long personId) {
        access.require(Permission.WORK, finder.scope(ticketId));
        if (!store.maySee(ticketId, personId)) {
            throw new InvalidInput("watcher", "mayNotSee");
        }
        if (store.add(ticketId, personId, clock.now())) {
            changed.fire(new TeamworkChanged(ticketId));
        }
    }

    public void remove(long ticketId, long personId) {
        access.require(Permission.WORK, finder.scope(ticketId));
        if (store.remove(ticketId, personId)) {
            changed.fire(new TeamworkChanged(ticketId));
        }
    }
}
