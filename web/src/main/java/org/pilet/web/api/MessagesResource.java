package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.MessageView;

/** Single messages, public ones and notes. */
@Path("messages/{message}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class MessagesResource {

    @Inject
    private Conversations conversations;

    @Inject
    private Whys whys;

    @GET
    public MessageView view(@PathParam("message") String message) {
        return whys.readable(conversations.view(Ids.of("message", message)));
    }
}
