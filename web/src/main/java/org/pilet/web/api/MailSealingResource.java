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
import org.pilet.channels.mail.MailKeys;
import org.pilet.channels.mail.MailSealing;

/** How mail from a mailbox's address is signed and encrypted. */
@Path("mailboxes/{mailbox}/sealing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class MailSealingResource {

    @EJB
    private MailKeys keys;

    @GET
    public MailSealing view(@PathParam("mailbox") String mailbox) {
        return keys.sealing(Ids.of("mailbox", mailbox));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public MailSealing set(@PathParam("mailbox") String mailbox, MailSealingBody body) {
        MailSealing.Scheme scheme = Input.choice("scheme", MailSealing.Scheme.class, body.scheme());
        return keys.seal(Ids.of("mailbox", mailbox), new MailSealing(scheme, Boolean.TRUE.equals(body.encrypts())));
    }
}
