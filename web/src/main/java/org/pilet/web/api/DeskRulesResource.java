package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.pilet.tickets.DeskRuleChange;
import org.pilet.tickets.DeskRules;
import org.pilet.tickets.QueueLocking;

/** What administrators decide about working together. */
@Path("desk-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class DeskRulesResource {

    @EJB
    private DeskRules rules;

    /** All of it, and how it came to be. */
    public record DeskRulesView(
            boolean oneAtATime,
            boolean onlyKnownTags,
            boolean onlyTheNext,
            List<QueueLocking> queues,
            List<DeskRuleChange> history) {}

    /** For the house. Where {@code onlyTheNext} is left out it stays as it is. */
    public record HouseRules(Boolean oneAtATime, Boolean onlyKnownTags, Boolean onlyTheNext) {}

    /** For a queue. */
    public record LockingBody(Integer minutes, Boolean assigns) {}

    @GET
    public DeskRulesView view() {
        return new DeskRulesView(
                rules.isOneAtATime(), rules.isOnlyKnownTags(), rules.isOnlyTheNext(), rules.queues(), rules.history());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public DeskRulesView house(HouseRules asked) {
        rules.saveOneAtATime(Input.required("oneAtATime", asked.oneAtATime()));
        rules.saveOnlyKnownTags(Input.required("onlyKnownTags", asked.onlyKnownTags()));
        if (asked.onlyTheNext() != null) {
            rules.saveOnlyTheNext(asked.onlyTheNext());
        }
        return view();
    }

    @PUT
    @Path("queues/{queue}")
    @Consumes(MediaType.APPLICATION_JSON)
    public DeskRulesView queue(@PathParam("queue") String id, LockingBody asked) {
        rules.saveQueue(
                Ids.of("queue", id), Input.required("minutes", asked.minutes()), Boolean.TRUE.equals(asked.assigns()));
        return view();
    }
}
