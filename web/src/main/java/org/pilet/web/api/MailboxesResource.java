package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pilet.channels.mail.MailboxCheck;
import org.pilet.channels.mail.MailboxChecks;
import org.pilet.channels.mail.MailboxView;
import org.pilet.channels.mail.Mailboxes;

/** Where mail is fetched, how it is understood to belong to tickets, and how the fetching goes. */
@Path("mailboxes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class MailboxesResource {

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private MailboxChecks checks;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<MailboxView> list() {
        return Links.all(mailboxes.all());
    }

    @GET
    @Path("{mailbox}")
    public MailboxView view(@PathParam("mailbox") String id) {
        return mailboxes.view(Ids.of("mailbox", id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(MailboxRequest asked) {
        return creation.of(asked, () -> {
            MailboxView added = mailboxes.save(asked.settings(null));
            return Creation.Created.at("/mailboxes/" + added.id(), added);
        });
    }

    @PUT
    @Path("{mailbox}")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailboxView change(@PathParam("mailbox") String id, MailboxRequest asked) {
        return mailboxes.save(asked.settings(Ids.of("mailbox", id)));
    }

    @DELETE
    @Path("{mailbox}")
    public void remove(@PathParam("mailbox") String id) {
        mailboxes.remove(Ids.of("mailbox", id));
    }

    @GET
    @Path("{mailbox}/check")
    public MailboxCheck check(@PathParam("mailbox") String id) {
        return checks.of(Ids.of("mailbox", id));
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailboxCheck checkNew(MailboxRequest asked) {
        return checks.of(asked.settings(null));
    }
}
