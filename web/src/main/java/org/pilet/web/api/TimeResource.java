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
import java.time.DateTimeException;
import java.time.LocalDate;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.teamwork.NewTimeEntry;
import org.pilet.teamwork.TimeEntries;
import org.pilet.teamwork.TimeEntryView;
import org.pilet.teamwork.TimeKind;

/** How long a ticket took. */
@Path("tickets/{ticket}/time")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TimeResource {

    @EJB
    private TimeEntries times;

    @Inject
    private TicketRefs refs;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<TimeEntryView> all(@PathParam("ticket") String reference) {
        return Links.all(times.of(refs.idOf(reference)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope("tickets:write")
    public Response book(@PathParam("ticket") String reference, TimeBody body) {
        long ticketId = refs.idOf(reference);
        return creation.of(body, () -> {
            int minutes = Input.required("minutes", body.minutes());
            TimeKind kind = Input.choice("kind", TimeKind.class, body.kind());
            NewTimeEntry entry = new NewTimeEntry(
                    day(body.spentOn()), minutes, kind, Boolean.TRUE.equals(body.billable()), body.note());
            return Creation.Created.at("/tickets/" + reference + "/time", view(ticketId, times.book(ticketId, entry)));
        });
    }

    @DELETE
    @Path("{entry}")
    @NeedsScope("tickets:write")
    public void remove(@PathParam("ticket") String reference, @PathParam("entry") String entry) {
        times.remove(view(refs.idOf(reference), Ids.of("timeEntry", entry)).id());
    }

    private TimeEntryView view(long ticketId, long id) {
        return times.of(ticketId).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("timeEntry", id));
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new InvalidInput("spentOn", "malformed", text);
        }
    }
}
