package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.automation.routing.Absence;
import org.pilet.automation.routing.AgentRouting;
import org.pilet.automation.routing.QueueRouting;
import org.pilet.automation.routing.Routing;
import org.pilet.automation.routing.RoutingSettings;
import org.pilet.tickets.TicketView;

/** Who gets which ticket, and who is away. */
@Path("routing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class RoutingResource {

    private static final String WORK = "tickets:write";

    @EJB
    private RoutingSettings settings;

    @EJB
    private Routing routing;

    /** A skill by its name. */
    public record Skill(long id, String name) {}

    @GET
    @Path("queues")
    public Links.Items<QueueRouting> queues() {
        return Links.all(settings.queues());
    }

    @PUT
    @Path("queues/{queue}")
    @Consumes(MediaType.APPLICATION_JSON)
    public QueueRouting queue(@PathParam("queue") String id, QueueRouting body) {
        return settings.save(new QueueRouting(
                Ids.of("queue", id),
                null,
                body.active(),
                body.strategy(),
                body.ordering(),
                body.languages(),
                body.skills()));
    }

    @GET
    @Path("agents")
    public Links.Items<AgentRouting> agents() {
        return Links.all(settings.agents());
    }

    @PUT
    @Path("agents/{agent}")
    @Consumes(MediaType.APPLICATION_JSON)
    public AgentRouting agent(@PathParam("agent") String id, AgentRouting body) {
        return settings.save(new AgentRouting(
                Ids.of("person", id),
                null,
                body.active(),
                body.calendarId(),
                body.weight(),
                body.mostTickets(),
                body.mostChats(),
                body.mostCalls(),
                body.skills(),
                body.languages(),
                false));
    }

    @POST
    @Path("agents/{agent}/absences")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WORK)
    public Response away(@PathParam("agent") String id, AbsenceBody body) {
        Instant from = Input.required("from", Input.instant("from", body.from()));
        settings.away(
                Ids.of("person", id), from, Input.instant("until", body.until()), body.replacementId(), body.reason());
        return Response.noContent().build();
    }

    @GET
    @Path("absences")
    public Links.Items<Absence> absences() {
        return Links.all(settings.absences());
    }

    /** The caller's own that are not over. */
    @GET
    @Path("absences/mine")
    @NeedsScope(WORK)
    public Links.Items<Absence> mine() {
        return Links.all(settings.mine());
    }

    /** Back, or not away after all. */
    @DELETE
    @Path("absences/{absence}")
    @NeedsScope(WORK)
    public void back(@PathParam("absence") String id) {
        settings.back(Ids.of("absence", id));
    }

    @GET
    @Path("skills")
    public Links.Items<Skill> skills() {
        Map<Long, String> names = new TreeMap<>(settings.skills());
        return Links.all(names.entrySet().stream()
                .map(each -> new Skill(each.getKey(), each.getValue()))
                .toList());
    }

    @POST
    @Path("skills")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addSkill(Skill body) {
        return Response.status(Response.Status.CREATED)
                .entity(new Skill(settings.addSkill(body.name()), body.name()))
                .build();
    }

    @DELETE
    @Path("skills/{skill}")
    public void removeSkill(@PathParam("skill") String id) {
        settings.removeSkill(Ids.of("skill", id));
    }

    /** The caller is given nothing until they resume. */
    @POST
    @Path("pause")
    @NeedsScope(WORK)
    public void pause(@QueryParam("reason") String reason) {
        settings.pause(reason);
    }

    @DELETE
    @Path("pause")
    @NeedsScope(WORK)
    public void resume() {
        settings.resume();
    }

    /** Reserves the next ticket for the caller; 204 when there is none. */
    @POST
    @Path("next")
    @NeedsScope(WORK)
    public TicketView next(@QueryParam("queue") String queue) {
        return routing.next(Input.number("queue", queue)).orElse(null);
    }
}
