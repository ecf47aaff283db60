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
import org.pilet.conversation.Reply;
import org.pilet.conversation.SharedDraftView;
import org.pilet.conversation.SharedDrafts;
import org.pilet.platform.NotFound;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;

/** An answer that is shown for review before it goes out. */
@Path("tickets/{ticket}/shared-drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class SharedDraftsResource {

    private static final String WRITE = "tickets:write";

    @EJB
    private SharedDrafts shared;

    @Inject
    private TicketRefs refs;

    @Inject
    private Creation creation;

    /** An answer to be looked over by a colleague or a team. */
    public record SharedDraftBody(
            String html,
            String to,
            String cc,
            String channel,
            String statusAfter,
            Long reviewerId,
            Long teamId,
            String question) {}

    /** What somebody says about it. */
    public record ReviewComment(String text) {}

    @GET
    public Links.Items<SharedDraftView> all(@PathParam("ticket") String reference) {
        return Links.all(shared.on(refs.idOf(reference)).stream().toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response share(@PathParam("ticket") String reference, SharedDraftBody body) {
        long ticket = refs.idOf(reference);
        return creation.of(body, () -> {
            Reply reply = Reply.of(ticket, body.html())
                    .addressed(body.to(), body.cc())
                    .bringing(Input.choice("statusAfter", Status.class, body.statusAfter()))
                    .through(Input.choice("channel", Channel.class, body.channel()));
            SharedDraftView draft = shared.share(reply, body.reviewerId(), body.teamId(), body.question());
            return Creation.Created.at("/tickets/" + draft.number() + "/shared-drafts", draft);
        });
    }

    @POST
    @Path("{draft}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public SharedDraftView comment(
            @PathParam("ticket") String reference, @PathParam("draft") String id, ReviewComment body) {
        long ticket = refs.idOf(reference);
        shared.comment(shown(ticket, id), body.text());
        return shared.on(ticket).orElseThrow();
    }

    @POST
    @Path("{draft}/approval")
    @NeedsScope(WRITE)
    public SharedDraftView approve(@PathParam("ticket") String reference, @PathParam("draft") String id) {
        long ticket = refs.idOf(reference);
        shared.approve(shown(ticket, id));
        return shared.on(ticket).orElseThrow();
    }

    @DELETE
    @Path("{draft}")
    @NeedsScope(WRITE)
    public void takeUp(@PathParam("ticket") String reference, @PathParam("draft") String id) {
        shared.takeUp(shown(refs.idOf(reference), id));
    }

    private long shown(long ticketId, String id) {
        return shared.on(ticketId)
                .filter(draft -> draft.id() == Ids.of("draft", id))
                .orElseThrow(() -> new NotFound("draft", id))
                .id();
    }
}
