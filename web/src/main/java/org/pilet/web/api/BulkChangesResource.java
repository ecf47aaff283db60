package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.pilet.platform.InvalidInput;
import org.pilet.search.BulkChoice;
import org.pilet.search.BulkField;
import org.pilet.search.BulkOrder;
import org.pilet.search.BulkPreview;
import org.pilet.search.BulkProgress;
import org.pilet.search.BulkRuns;
import org.pilet.search.WorkListGroup;
import org.pilet.search.WorkListQuery;
import org.pilet.search.WorkListView;
import org.pilet.tickets.Status;

/** One gesture on many tickets: what it would reach, doing it, how far it is, and taking it back. */
@Path("bulk-changes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:write")
public class BulkChangesResource {

    @EJB
    private BulkRuns runs;

    @Inject
    private TicketRefs refs;

    @Inject
    private Creation creation;

    /** What to do to which tickets: those that are named, or all that a view and a search find. */
    public record BulkBody(
            String field,
            String value,
            List<String> tickets,
            String view,
            String q,
            Long responseId,
            String statusAfter,
            Boolean maySeeAll) {}

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public BulkPreview preview(BulkBody body) {
        return runs.preview(choice(body), order(body));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(BulkBody body) {
        return creation.of(body, () -> {
            BulkProgress run = runs.progress(runs.start(choice(body), order(body)));
            return Creation.Created.at("/bulk-changes/" + run.id(), run);
        });
    }

    @GET
    @Path("{change}")
    @NeedsScope("tickets:read")
    public BulkProgress progress(@PathParam("change") String id) {
        return runs.progress(Ids.of("change", id));
    }

    @POST
    @Path("{change}/undo")
    public BulkProgress undo(@PathParam("change") String id) {
        return runs.progress(runs.undo(Ids.of("change", id)));
    }

    private BulkChoice choice(BulkBody body) {
        List<Long> tickets = body.tickets() == null
                ? List.of()
                : body.tickets().stream().map(refs::idOf).toList();
        if (tickets.isEmpty() && body.view() == null && body.q() == null) {
            throw new InvalidInput("tickets", "required"); // all there is should be asked for by name
        }
        WorkListView view = Input.choice("view", WorkListView.class, body.view());
        return new BulkChoice(
                WorkListQuery.of(view == null ? WorkListView.ALL : view, body.q(), null, WorkListGroup.NONE), tickets);
    }

    private BulkOrder order(BulkBody body) {
        BulkField field = Input.choice("field", BulkField.class, Input.required("field", body.field()));
        boolean into = field == BulkField.MERGE && body.value() != null;
        return new BulkOrder(
                field,
                into ? String.valueOf(refs.idOf(body.value())) : body.value(),
                body.responseId(),
                Input.choice("statusAfter", Status.class, body.statusAfter()),
                Boolean.TRUE.equals(body.maySeeAll()));
    }
}
