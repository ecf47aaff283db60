package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.pilet.automation.routing.Duties;
import org.pilet.automation.routing.Duty;
import org.pilet.automation.routing.DutyPlan;
import org.pilet.automation.routing.LoadBoard;
import org.pilet.automation.routing.Loads;
import org.pilet.platform.InvalidInput;

/** Who is on call duty, and who has how much in hand; for those who lead. */
@Path("routing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class DutiesResource {

    private static final String WORK = "tickets:write";

    @EJB
    private Duties duties;

    @EJB
    private Loads loads;

    @GET
    @Path("load")
    public LoadBoard load() {
        return loads.board();
    }

    @GET
    @Path("duties")
    public Links.Items<Duty> duties() {
        return Links.all(duties.ahead());
    }

    @POST
    @Path("duties")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WORK)
    public void plan(DutyBody body) {
        duties.plan(new DutyPlan(
                Input.required("team", body.teamId()),
                body.personIds(),
                local(Input.required("from", body.from())),
                null,
                body.days() == null ? 1 : body.days(),
                body.rounds() == null ? 1 : body.rounds()));
    }

    @DELETE
    @Path("duties/{duty}")
    @NeedsScope(WORK)
    public void remove(@PathParam("duty") String id) {
        duties.remove(Ids.of("duty", id));
    }

    private static LocalDateTime local(String text) {
        try {
            return LocalDateTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new InvalidInput("from", "malformed", text);
        }
    }
}
