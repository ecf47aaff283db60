package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.pilet.assets.AssetDraft;
import org.pilet.assets.AssetKind;
import org.pilet.assets.AssetTicket;
import org.pilet.assets.AssetView;
import org.pilet.assets.Assets;

/** The things that tickets are about. */
@Path("assets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class AssetsResource {

    private static final String WRITE = "tickets:write";
    private static final int ROWS = 50;

    @EJB
    private Assets assets;

    @Inject
    private Creation creation;

    /** A thing to be entered, or what one becomes. */
    public record AssetBody(
            String name,
            String kind,
            String identifier,
            Long organisationId,
            Long personId,
            String note,
            Boolean retired,
            Integer version) {}

    @GET
    public Response search(
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo address) {
        return Links.page(assets.search(text, null, cursor, Input.limit(limit, ROWS)), address);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response add(AssetBody body) {
        return creation.of(body, () -> {
            AssetView made = assets.view(assets.save(draft(null, body)));
            return Creation.Created.at("/assets/" + made.id(), made);
        });
    }

    @GET
    @Path("{asset}")
    public AssetView view(@PathParam("asset") String id) {
        return assets.view(Ids.of("asset", id));
    }

    @PUT
    @Path("{asset}")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public AssetView replace(@PathParam("asset") String id, AssetBody body) {
        AssetView before = assets.view(Ids.of("asset", id));
        AssetDraft draft = draft(before.id(), body);
        return assets.view(assets.save(body.version() == null ? draft.atVersion(before.version()) : draft));
    }

    @GET
    @Path("{asset}/tickets")
    public Links.Items<AssetTicket> tickets(@PathParam("asset") String id) {
        return Links.all(assets.tickets(Ids.of("asset", id)));
    }

    private static AssetDraft draft(Long id, AssetBody body) {
        return new AssetDraft(
                id,
                body.name(),
                Input.choice("kind", AssetKind.class, body.kind()),
                body.identifier(),
                body.organisationId(),
                body.personId(),
                body.note(),
                Boolean.TRUE.equals(body.retired()),
                body.version() == null ? 0 : body.version());
    }
}
