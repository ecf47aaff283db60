package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.automation.MacroView;
import org.pilet.automation.Macros;

/** What an agent can have done with a ticket at one stroke. */
@Path("tickets/{ticket}/macros")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TicketMacrosResource {

    @EJB
    private Macros macros;

    @Inject
    private TicketRefs refs;

    @GET
    public Links.Items<MacroView> macros(@PathParam("ticket") String reference) {
        return Links.all(macros.forTicket(refs.idOf(reference)));
    }

    @POST
    @Path("{macro}")
    @NeedsScope("tickets:write")
    public void run(@PathParam("ticket") String reference, @PathParam("macro") String macro) {
        macros.run(refs.idOf(reference), Ids.of("macro", macro));
    }
}
