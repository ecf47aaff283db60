package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.pilet.automation.webhooks.WebhookView;
import org.pilet.automation.webhooks.Webhooks;
import org.pilet.search.WorkLists;

/** Where other systems are called, and how it went; for administrators. */
@Path("webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class WebhooksResource {

    private static final int PAGE = 50;

    @EJB
    private Webhooks webhooks;

    @Inject
    private Creation creation;

    /** What signatures are checked with. */
    public record SigningSecret(String secret) {}

    @GET
    public Links.Items<WebhookView> all() {
        return Links.all(webhooks.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(WebhookBody body) {
        return creation.of(body, () -> Creation.Created.at("/webhooks", save(null, body)));
    }

    @PUT
    @Path("{webhook}")
    @Consumes(MediaType.APPLICATION_JSON)
    public WebhookView replace(@PathParam("webhook") String id, WebhookBody body) {
        return save(Ids.of("webhook", id), body);
    }

    @DELETE
    @Path("{webhook}")
    public void remove(@PathParam("webhook") String id) {
        webhooks.remove(Ids.of("webhook", id));
    }

    @GET
    @Path("{webhook}/secret")
    public Response secret(@PathParam("webhook") String id) {
        return shown(webhooks.secret(Ids.of("webhook", id), false));
    }

    @POST
    @Path("{webhook}/secret")
    public Response newSecret(@PathParam("webhook") String id) {
        return shown(webhooks.secret(Ids.of("webhook", id), true));
    }

    @GET
    @Path("{webhook}/deliveries")
    public Response deliveries(
            @PathParam("webhook") String id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo address) {
        int size = Input.limit(limit, PAGE, WorkLists.LARGEST_PAGE);
        Input.number("cursor", cursor);
        return Links.page(webhooks.deliveries(Ids.of("webhook", id), cursor, size), address);
    }

    @POST
    @Path("deliveries/{delivery}/redeliver")
    public Response redeliver(@PathParam("delivery") String id) {
        webhooks.redeliver(Ids.of("delivery", id));
        return Response.accepted().build();
    }

    private WebhookView save(Long id, WebhookBody body) {
        return webhooks.save(id, body.name(), body.url(), body.active() == null || body.active());
    }

    private static Response shown(String secret) {
        return Response.ok(new SigningSecret(secret))
                .header("Cache-Control", "no-store")
                .build();
    }
}
