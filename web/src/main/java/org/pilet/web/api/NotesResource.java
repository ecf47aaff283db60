package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.Said;

/** What staff say among themselves on a ticket. */
@Path("tickets/{ticket}/notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:write")
public class NotesResource {

    @Inject
    private Conversations conversations;

    @Inject
    private TicketRefs refs;

    @Inject
    private Uploads uploads;

    @Inject
    private Creation creation;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response note(@PathParam("ticket") String reference, NewNote note) {
        long ticketId = refs.idOf(reference);
        return creation.of(note, () -> {
            Said said = conversations.note(
                    ticketId, PlainText.html(note.text(), note.html()), uploads.take(note.uploads()));
            return Creation.Created.at("/messages/" + said.messageId(), said);
        });
    }
}
