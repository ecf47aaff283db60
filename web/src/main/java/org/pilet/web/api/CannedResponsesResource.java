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
import java.util.Map;
import org.pilet.conversation.CannedDraft;
import org.pilet.conversation.CannedResponseView;
import org.pilet.conversation.CannedResponses;
import org.pilet.platform.NotFound;

/** Ready-made words for recurring cases: everybody's, a team's, one's own. The door tells who may change which. */
@Path("canned-responses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class CannedResponsesResource {

    private static final String WRITE = "tickets:write";

    @EJB
    private CannedResponses texts;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<CannedResponseView> all() {
        return Links.all(texts.catalogue());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response add(CannedResponseBody body) {
        return creation.of(body, () -> Creation.Created.at("/canned-responses", view(texts.save(draft(null, body)))));
    }

    @PUT
    @Path("{response}")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public CannedResponseView replace(@PathParam("response") String id, CannedResponseBody body) {
        return view(texts.save(draft(Ids.of("cannedResponse", id), body)));
    }

    @DELETE
    @Path("{response}")
    @NeedsScope(WRITE)
    public void remove(@PathParam("response") String id) {
        texts.remove(Ids.of("cannedResponse", id));
    }

    private CannedResponseView view(long id) {
        return texts.catalogue().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("cannedResponse", id));
    }

    private static CannedDraft draft(Long id, CannedResponseBody body) {
        return new CannedDraft(
                id,
                body.shortcut(),
                body.title(),
                body.folder(),
                body.teamId(),
                Boolean.TRUE.equals(body.own()),
                body.texts() == null ? Map.of() : body.texts(),
                body.version() == null ? 0 : body.version());
    }
}
