package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
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
import org.pilet.automation.MacroDraft;
import org.pilet.automation.MacroView;
import org.pilet.automation.Macros;

/** What agents can have done with one click; for administrators. */
@Path("macros")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class MacrosResource {

    @EJB
    private Macros macros;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<MacroView> all() {
        return Links.all(macros.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(MacroBody body) {
        return creation.of(body, () -> Creation.Created.at("/macros", macros.save(draft(null, body))));
    }

    @PUT
    @Path("{macro}")
    @Consumes(MediaType.APPLICATION_JSON)
    public MacroView replace(@PathParam("macro") String id, MacroBody body) {
        return macros.save(draft(Ids.of("macro", id), body));
    }

    @DELETE
    @Path("{macro}")
    public void remove(@PathParam("macro") String id) {
        macros.remove(Ids.of("macro", id));
    }

    private static MacroDraft draft(Long id, MacroBody body) {
        String definition = Json.createObjectBuilder()
                .add("actions", Input.required("actions", body.actions()))
                .build()
                .toString();
        return new MacroDraft(
                id,
                body.name(),
                body.position() == null ? 0 : body.position(),
                body.queueId(),
                definition,
                body.active() == null || body.active());
    }
}
