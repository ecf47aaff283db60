package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.assets.AssetView;
import org.pilet.assets.TicketAssets;

/** What a ticket tells of. */
@Path("tickets/{ticket}/assets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TicketAssetsResource {

    private static final String WRITE = "tickets:write";

    @EJB
    private TicketAssets assets;

    @Inject
    private TicketRefs refs;

    @GET
    public Links.Items<AssetView> all(@PathParam("ticket") String reference) {
        return Links.all(assets.of(refs.idOf(reference)));
    }

    @PUT
    @Path("{asset}")
    @NeedsScope(WRITE)
    public void link(@PathParam("ticket") String reference, @PathParam("asset") String id) {
        assets.link(refs.idOf(reference), Ids.of("asset", id));
    }

    @DELETE
    @Path("{asset}")
    @NeedsScope(WRITE)
    public void unlink(@PathParam("ticket") String reference, @PathParam("asset") String id) {
        assets.unlink(refs.idOf(reference), Ids.of("asset", id));
    }
}
