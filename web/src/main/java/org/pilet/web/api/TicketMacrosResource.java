package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pilet.automation.CannedResponse;
import org.pilet.automation.CannedResponses;
import org.pilet.automation.MacroView;
import org.pilet.automation.Macros;
import org.pilet.automation.routing.Routing;
import org.pilet.automation.routing.RoutingDecision;

/** What can be done with a ticket at one stroke, and how it was given to whom; for staff. */
@Path("tickets/{ticket}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TicketMacrosResource {

    @EJB
    private Macros macros;

    @EJB
    private CannedResponses cannedResponses;

    @EJB
    private Routing routing;

    @Inject
    private TicketRefs refs;

    @GET
    @Path("macros")
    public Links.Items<MacroView> macros(@PathParam("ticket") String reference) {
        return Links.all(macros.forTicket(refs.idOf(reference)));
    }

    @POST
    @Path("macros/{macro}")
    @NeedsScope("tickets:write")
    public void run(@PathParam("ticket") String reference, @PathParam("macro") String macro) {
        macros.run(refs.idOf(reference), Ids.of("macro", macro));
    }

    @GET
    @Path("canned-responses")
    public Links.Items<CannedResponse> cannedResponses(
            @PathParam("ticket") String reference, @QueryParam("q") String words) {
        return Links.all(cannedResponses.forTicket(refs.idOf(reference), words));
    }

    @GET
    @Path("routing")
    public Links.Items<RoutingDecision> decisions(@PathParam("ticket") String reference) {
        return Links.all(routing.decisions(refs.idOf(reference)));
    }
}
