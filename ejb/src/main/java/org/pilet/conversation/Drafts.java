package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;

/** The caller's own unsent words, one draft a ticket, kept on the server so that no closed browser loses them. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Drafts {

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private DraftStore store;

    @Inject
    private Clock clock;

    /** Replaces the draft; blank text discards it. The HTML is sanitised. */
    public void save(long ticketId, Visibility visibility, String html) {
        long me = access.require(Permission.VIEW, finder.scope(ticketId)).personId();
        if (html == null || html.isBlank()) {
            store.discard(ticketId, me);
        } else {
            store.save(ticketId, me, new DraftView(visibility, DraftHtml.of(html), clock.now()));
        }
    }

    public Optional<DraftView> mine(long ticketId) {
        long me = access.require(Permission.VIEW, finder.scope(ticketId)).personId();
        return store.find(ticketId, me);
    }

    public void discard(long ticketId) {
        store.discard(ticketId, access.me().personId());
    }
}
