package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pilet.tickets.LockView;
import org.pilet.tickets.TicketLocks;

/** Who keeps a ticket for themselves, where its queue wants that. Answered with 204 when nobody does. */
@Path("tickets/{ticket}/lock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class LocksResource {

    @EJB
    private TicketLocks locks;

    @Inject
    private TicketRefs refs;

    @GET
    public LockView view(@PathParam("ticket") String reference) {
        return locks.of(refs.idOf(reference)).orElse(null);
    }

    @PUT
    @NeedsScope("tickets:write")
    public LockView keep(@PathParam("ticket") String reference, @QueryParam("takeOver") String takeOver) {
        long id = refs.idOf(reference);
        return (Boolean.parseBoolean(takeOver) ? locks.takeOver(id) : locks.open(id)).orElse(null);
    }

    @DELETE
    @NeedsScope("tickets:write")
    public void release(@PathParam("ticket") String reference) {
        locks.release(refs.idOf(reference));
    }
}
