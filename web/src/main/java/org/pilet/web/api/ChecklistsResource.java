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
import java.util.List;
import org.pilet.platform.NotFound;
import org.pilet.teamwork.ChecklistTemplate;
import org.pilet.teamwork.Checklists;

/** Tasks that come together again and again. */
@Path("checklists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class ChecklistsResource {

    private static final String WRITE = "tickets:write";

    @EJB
    private Checklists checklists;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<ChecklistTemplate> all() {
        return Links.all(checklists.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response add(ChecklistBody body) {
        return creation.of(body, () -> Creation.Created.at("/checklists", view(checklists.save(template(null, body)))));
    }

    @PUT
    @Path("{checklist}")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public ChecklistTemplate replace(@PathParam("checklist") String id, ChecklistBody body) {
        return view(checklists.save(template(Ids.of("checklist", id), body)));
    }

    @DELETE
    @Path("{checklist}")
    @NeedsScope(WRITE)
    public void remove(@PathParam("checklist") String id) {
        checklists.remove(Ids.of("checklist", id));
    }

    private ChecklistTemplate view(long id) {
        return checklists.all().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("checklist", id));
    }

    private static ChecklistTemplate template(Long id, ChecklistBody body) {
        return new ChecklistTemplate(
                id,
                body.name(),
                body.items() == null ? List.of() : body.items(),
                Boolean.TRUE.equals(body.required()),
                0,
                body.version() == null ? 0 : body.version());
    }
}
