package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pilet.tickets.MergeView;
import org.pilet.tickets.Merges;

/** Merges of a ticket with others. */
@Path("tickets/{ticket}/merges")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class MergesResource {

    @EJB
    private Merges merges;

    @Inject
    private TicketRefs refs;

    @Inject
    private Creation creation;

    /**
     * Into which ticket.
     *
     * @param maySeeAll that whoever could read one of the two may read both
     */
    public record NewMerge(String into, Boolean maySeeAll) {}

    @GET
    public Links.Items<MergeView> all(@PathParam("ticket") String reference) {
        return Links.all(merges.of(refs.idOf(reference)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope("tickets:write")
    public Response merge(@PathParam("ticket") String reference, NewMerge asked) {
        return creation.of(asked, () -> {
            long source = refs.idOf(reference);
            long target = refs.idOf(Input.required("into", asked.into()));
            MergeView done = merges.merge(source, target, Boolean.TRUE.equals(asked.maySeeAll()));
            return Creation.Created.at("/tickets/" + done.sourceNumber() + "/merges", done);
        });
    }

    @DELETE
    @Path("{merge}")
    @NeedsScope("tickets:write")
    public void undo(@PathParam("ticket") String reference, @PathParam("merge") String id) {
        refs.idOf(reference);
        merges.undo(Ids.of("merge", id));
    }
}
