package org.pilet.web.api;

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
import org.pilet.conversation.Conversations;
import org.pilet.conversation.IncomingMessage;
import org.pilet.conversation.MessageView;
import org.pilet.conversation.Received;
import org.pilet.conversation.Reply;
import org.pilet.conversation.Said;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** What is said on a ticket: staff reply, customers write. */
@Path("tickets/{ticket}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class ThreadResource {

    private static final String WRITE = "tickets:write";

    @Inject
    private Conversations conversations;

    @Inject
    private Whys whys;

    @Inject
    private TicketFinder finder;

    @Inject
    private People people;

    @Inject
    private TicketRefs refs;

    @Inject
    private Uploads uploads;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<MessageView> thread(@PathParam("ticket") String reference) {
        return Links.all(conversations.of(refs.idOf(reference)).stream()
                .map(whys::readable)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response write(@PathParam("ticket") String reference, NewMessage said) {
        TicketView ticket = finder.view(refs.idOf(reference));
        return creation.of(said, () -> ticket.mayWork() ? reply(ticket, said) : customerSays(ticket, said));
    }

    private Creation.Created reply(TicketView ticket, NewMessage words) {
        Said said = conversations.reply(Reply.of(ticket.id(), PlainText.html(words.text(), words.html()))
                .addressed(null, words.cc())
                .with(uploads.take(words.uploads()))
                .bringing(
                        Input.choice("statusAfter", Status.class, words.statusAfter()),
                        words.reason(),
                        Input.instant("wakeUpAt", words.wakeUpAt()))
                .seeing(refs.seenVersion())
                .through(Input.choice("channel", Channel.class, words.channel())));
        return Creation.Created.at("/messages/" + said.messageId(), said);
    }

    private Creation.Created customerSays(TicketView ticket, NewMessage words) {
        if (words.channel() != null) {
            throw new InvalidInput("channel", "onlyStaff");
        }
        PersonView me = people.myself();
        Received received = conversations.receive(
                ticket.id(),
                new IncomingMessage(
                        Channel.API,
                        me.id(),
                        me.email(),
                        null,
                        words.text(),
                        words.html(),
                        me.language(),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        uploads.take(words.uploads())));
        return Creation.Created.at("/messages/" + received.messageId(), received);
    }
}
