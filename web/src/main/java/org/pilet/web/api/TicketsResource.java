package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.pilet.conversation.Received;
import org.pilet.conversation.Transfer;
import org.pilet.conversation.Transfers;
import org.pilet.conversation.Verdicts;
import org.pilet.search.MyTickets;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkListView;
import org.pilet.search.WorkLists;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketEventView;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/** Tickets: list, open, read, change. Staff list their queues' tickets, customers their own. */
@Path("tickets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TicketsResource {

    private static final String WRITE = "tickets:write";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int PAGE = 50;
    private static final int FEW = 10;

    @Inject
    private Tickets tickets;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Transfers transfers;

    @Inject
    private TicketFinder finder;

    @Inject
    private WorkLists workLists;

    @Inject
    private MyTickets myTickets;

    @Inject
    private TicketOpening opening;

    @Inject
    private TicketRefs refs;

    @Inject
    private Callers callers;

    @Inject
    private Creation creation;

    @GET
    public Response list(@BeanParam TicketFilter filter, @Context UriInfo address) {
        int limit = Input.limit(filter.limit, PAGE);
        return callers.isStaff()
                ? Links.page(workLists.page(filter.forStaff(), filter.cursor, limit), address)
                : Links.page(myTickets.page(filter.forCustomer(), filter.cursor, limit), address);
    }

    @GET
    @Path("counts")
    public Map<WorkListView, Long> counts() {
        return workLists.counts();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response open(NewTicket asked) {
        return creation.of(asked, () -> {
            Received received = opening.open(asked);
            return Creation.Created.at("/tickets/" + received.number(), received);
        });
    }

    @GET
    @Path("{ticket}")
    public Response view(@PathParam("ticket") String reference) {
        TicketView ticket = finder.view(refs.idOf(reference));
        return Response.ok(ticket).tag(TicketRefs.tag(ticket.version())).build();
    }

    @PATCH
    @Path("{ticket}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @NeedsScope(WRITE)
    public Response change(@PathParam("ticket") String reference, JsonObject patch) {
        List<TicketChange> changes = TicketPatch.changes(patch);
        String note = TicketPatch.note(patch);
        return note == null
                ? changed(reference, changes)
                : tagged(transfers.transfer(new Transfer(refs.idOf(reference), refs.seenVersion(), changes, note)));
    }

    @POST
    @Path("{ticket}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response status(@PathParam("ticket") String reference, NewStatus asked) {
        Status status = Input.required("status", Input.choice("status", Status.class, asked.status()));
        return changed(
                reference,
                List.of(new TicketChange.SetStatus(
                        status, asked.reason(), Input.instant("wakeUpAt", asked.wakeUpAt()))));
    }

    @POST
    @Path("{ticket}/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response assign(@PathParam("ticket") String reference, NewOwner asked) {
        return changed(reference, List.of(new TicketChange.Assign(asked.ownerId())));
    }

    @POST
    @Path("{ticket}/verdict")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response decide(@PathParam("ticket") String reference, Verdict verdict) {
        return tagged(verdicts.decide(refs.idOf(reference), Input.required("solved", verdict.solved())));
    }

    @POST
    @Path("{ticket}/seen")
    @NeedsScope(WRITE)
    public void seen(@PathParam("ticket") String reference) {
        tickets.viewed(refs.idOf(reference));
    }

    @GET
    @Path("{ticket}/history")
    public Links.Items<TicketEventView> history(@PathParam("ticket") String reference) {
        return Links.all(finder.history(refs.idOf(reference)));
    }

    @GET
    @Path("{ticket}/similar")
    public Links.Items<WorkListRow> similar(@PathParam("ticket") String reference, @QueryParam("limit") String limit) {
        return Links.all(workLists.similarTo(refs.idOf(reference), Input.limit(limit, FEW)));
    }

    private Response changed(String reference, List<TicketChange> changes) {
        return tagged(tickets.change(refs.idOf(reference), refs.seenVersion(), changes, null));
    }

    private static Response tagged(TicketRef ticket) {
        return Response.ok(ticket).tag(TicketRefs.tag(ticket.version())).build();
    }
}
