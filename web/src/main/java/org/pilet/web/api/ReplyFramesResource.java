package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pilet.channels.mail.ReplyFrameDraft;
import org.pilet.channels.mail.ReplyFrameView;
import org.pilet.channels.mail.ReplyFrames;

/** What stands below agents' answers by mail, by language and queue. */
@Path("reply-frames")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class ReplyFramesResource {

    @EJB
    private ReplyFrames frames;

    /** Words as they are to be; the version as for texts of mails. */
    public record ReplyFrameBody(String body, Integer version) {}

    @GET
    public Links.Items<ReplyFrameView> written() {
        return Links.all(frames.written());
    }

    @GET
    @Path("{language}")
    public ReplyFrameView view(@PathParam("language") String language, @QueryParam("queue") String queue) {
        return frames.view(language, queue(queue));
    }

    @PUT
    @Path("{language}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReplyFrameView set(
            @PathParam("language") String language, @QueryParam("queue") String queue, ReplyFrameBody words) {
        return frames.save(new ReplyFrameDraft(
                language, queue(queue), words.body(), words.version() == null ? 0 : words.version()));
    }

    @DELETE
    @Path("{language}")
    public ReplyFrameView reset(@PathParam("language") String language, @QueryParam("queue") String queue) {
        return frames.reset(language, queue(queue));
    }

    private static Long queue(String id) {
        return id == null || id.isBlank() ? null : Ids.of("queue", id);
    }
}
