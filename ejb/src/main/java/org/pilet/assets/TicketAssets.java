package org.pilet.assets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;

/** What a ticket tells of; each change stands in the ticket's history. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class TicketAssets {

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @EJB
    private Tickets tickets;

    @Inject
    private AssetStore store;

    @Inject
    private Clock clock;

    /** By name. Refused with {@link NotFound} to whoever is not staff of its queue. */
    public List<AssetView> of(long ticketId) {
        TicketScope scope = finder.scope(ticketId);
        Caller me = access.require(Permission.VIEW, scope);
        if (!me.mayView(scope.queueId())) {
            throw new NotFound("ticket", scope.number());
        }
        return store.on(ticketId, me.allQueues() ? null : me.viewQueueIds());
    }

    /** Linking twice changes nothing. Refused with {@link NotFound} when there is no such thing. */
    public void link(long ticketId, long assetId) {
        access.require(Permission.WORK, finder.scope(ticketId));
        AssetView asset = store.find(assetId, null).orElseThrow(() -> new NotFound("asset", assetId));
        if (store.link(ticketId, assetId, clock.now())) {
            tickets.recordWork(ticketId, "ASSET_LINKED", null, asset.name());
        }
    }

    /** Removing what is not there changes nothing. */
    public void unlink(long ticketId, long assetId) {
        access.require(Permission.WORK, finder.scope(ticketId));
        AssetView asset = store.find(assetId, null).orElseThrow(() -> new NotFound("asset", assetId));
        if (store.unlink(ticketId, assetId)) {
            tickets.recordWork(ticketId, "ASSET_UNLINKED", asset.name(), null);
        }
    }
}
