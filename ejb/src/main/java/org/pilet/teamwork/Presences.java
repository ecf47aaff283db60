package org.pilet.teamwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.tickets.TicketFinder;

/** Who has a ticket in front of them, and who is writing. A page says so every few seconds; whoever is silent has gone. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Presences {

    /** A page that has not been heard of for so long is closed, or its computer sleeps. */
    static final Duration SILENCE = Duration.ofSeconds(25);

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private PresenceStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<PresenceChanged> changed;

    /** The caller is there; returns who else is. */
    public List<PresenceView> here(long ticketId, boolean typing) {
        long me = Seeing.require(access, finder, ticketId).personId();
        Instant now = clock.now();
        if (store.here(ticketId, me, typing, now, now.minus(SILENCE))) {
            changed.fire(new PresenceChanged(ticketId));
        }
        return store.others(ticketId, me, now.minus(SILENCE));
    }

    /** The caller has gone. */
    public void gone(long ticketId) {
        long me = Seeing.require(access, finder, ticketId).personId();
        if (store.gone(ticketId, me)) {
            changed.fire(new PresenceChanged(ticketId));
        }
    }
}
