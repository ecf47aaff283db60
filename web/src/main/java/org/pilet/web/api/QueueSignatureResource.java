package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.channels.mail.ReplyFrames;
import org.pilet.tickets.QueueView;

/** How a queue signs, and whether it says that a request has arrived. */
@Path("queues/{queue}/signature")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class QueueSignatureResource {

    @EJB
    private ReplyFrames frames;

    /** Both as they are to be. */
    public record QueueSignature(String signature, Boolean acknowledges) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public QueueView set(@PathParam("queue") String queue, QueueSignature asked) {
        boolean acknowledges = Input.required("acknowledges", asked.acknowledges());
        return frames.sign(Ids.of("queue", queue), asked.signature(), acknowledges);
    }
}
