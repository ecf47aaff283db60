package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.conversation.RedactionView;
import org.pilet.conversation.Redactions;

/** What was taken out of a message; words or a file to be taken out for good. */
@Path("messages/{message}/redactions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:write")
public class RedactionsResource {

    @EJB
    private Redactions redactions;

    /** What shall be taken out: words, or one of the message's files. */
    public record RedactionBody(String words, Long attachmentId, String reason) {}

    @GET
    public Links.Items<RedactionView> all(@PathParam("message") String message) {
        return Links.all(redactions.of(Ids.of("message", message)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Links.Items<RedactionView> takeOut(@PathParam("message") String message, RedactionBody body) {
        long id = Ids.of("message", message);
        if (body.attachmentId() == null) {
            redactions.blackOut(id, body.words(), body.reason());
        } else {
            redactions.removeFile(id, body.attachmentId(), body.reason());
        }
        return Links.all(redactions.of(id));
    }
}
