package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.automation.routing.Routing;
import org.pilet.automation.routing.RoutingDecision;

/** How a ticket was given to whom. */
@Path("tickets/{ticket}/routing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TicketRoutingResource {

    @EJB
    private Routing routing;

    @Inject
    private TicketRefs refs;

    @GET
    public Links.Items<RoutingDecision> decisions(@PathParam("ticket") String reference) {
        return Links.all(routing.decisions(refs.idOf(reference)));
    }
}
