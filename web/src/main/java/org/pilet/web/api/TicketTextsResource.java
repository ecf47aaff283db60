package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pilet.conversation.CannedResponses;
import org.pilet.conversation.CannedText;

/** Texts for a reply on a ticket, with their placeholders filled. */
@Path("tickets/{ticket}/canned-responses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TicketTextsResource {

    @EJB
    private CannedResponses texts;

    @Inject
    private TicketRefs refs;

    @GET
    public Links.Items<CannedText> texts(@PathParam("ticket") String reference, @QueryParam("q") String words) {
        return Links.all(texts.forTicket(refs.idOf(reference), words));
    }
}
