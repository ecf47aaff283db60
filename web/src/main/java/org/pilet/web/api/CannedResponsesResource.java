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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pilet.automation.CannedResponse;
import org.pilet.automation.CannedResponses;

/** Texts that agents use again and again; for administrators. */
@Path("canned-responses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class CannedResponsesResource {

    @EJB
    private CannedResponses texts;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<CannedResponse> all() {
        return Links.all(texts.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(CannedResponseBody body) {
        return creation.of(body, () -> Creation.Created.at("/canned-responses", texts.save(draft(null, body))));
    }

    @PUT
    @Path("{response}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CannedResponse replace(@PathParam("response") String id, CannedResponseBody body) {
        return texts.save(draft(Ids.of("cannedResponse", id), body));
    }

    @DELETE
    @Path("{response}")
    public void remove(@PathParam("response") String id) {
        texts.remove(Ids.of("cannedResponse", id));
    }

    private static CannedResponse draft(Long id, CannedResponseBody body) {
        return new CannedResponse(
                id,
                body.title(),
                body.shortcut(),
                body.language(),
                body.queueId(),
                body.body(),
                body.active() == null || body.active());
    }
}
