package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.conversation.FollowUpPolicies;
import org.pilet.conversation.FollowUpPolicy;

/** What a customer's words do on a ticket of a queue that is done. */
@Path("queues/{queue}/follow-up-policy")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class FollowUpResource {

    @Inject
    private FollowUpPolicies policies;

    /** The policy as it is to be. */
    public record FollowUpRequest(String kind, Integer days, Boolean thanksReopen) {}

    @GET
    public FollowUpPolicy view(@PathParam("queue") String queue) {
        return policies.of(Ids.of("queue", queue));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public FollowUpPolicy set(@PathParam("queue") String queue, FollowUpRequest asked) {
        FollowUpPolicy.Kind kind = Input.choice("kind", FollowUpPolicy.Kind.class, asked.kind());
        return policies.set(
                Ids.of("queue", queue),
                new FollowUpPolicy(kind, asked.days(), Boolean.TRUE.equals(asked.thanksReopen())));
    }
}
