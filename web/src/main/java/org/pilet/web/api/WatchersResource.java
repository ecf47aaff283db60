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
import jakarta.ws.rs.core.MediaType;
import org.pilet.teamwork.WatcherView;
import org.pilet.teamwork.Watchers;

/** Who follows a ticket. */
@Path("tickets/{ticket}/watchers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class WatchersResource {

    @EJB
    private Watchers watchers;

    @Inject
    private TicketRefs refs;

    @GET
    public Links.Items<WatcherView> all(@PathParam("ticket") String reference) {
        return Links.all(watchers.of(refs.idOf(reference)));
    }

    @PUT
    @Path("{person}")
    @NeedsScope("tickets:write")
    public void add(@PathParam("ticket") String reference, @PathParam("person") String person) {
        watchers.add(refs.idOf(reference), Ids.of("person", person));
    }

    @DELETE
    @Path("{person}")
    @NeedsScope("tickets:write")
    public void remove(@PathParam("ticket") String reference, @PathParam("person") String person) {
        watchers.remove(refs.idOf(reference), Ids.of("person", person));
    }
}
