package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.pilet.channels.mail.InboundMails;
import org.pilet.channels.mail.InboundOutcome;
import org.pilet.channels.mail.RawMail;

/**
 * Where a mail server hands mail over. The answer 201 or 200 means that the mail is stored, whatever was decided; with
 * any other the mail server keeps it and tries again. It needs no idempotency key: the same mail is the same mail.
 */
@Path("inbound-mail")
@RequestScoped
@NeedsScope("mail:inject")
public class InboundMailResource {

    @Inject
    private InboundMails mails;

    @Inject
    private Whys whys;

    @POST
    @Consumes("message/rfc822")
    @Produces(MediaType.APPLICATION_JSON)
    public Response receive(@QueryParam("recipient") String recipient, InputStream content) throws IOException {
        try (RawMail raw = RawMail.spool(content, mails.largest())) {
            InboundOutcome outcome = mails.receive(raw, recipient == null || recipient.isBlank() ? null : recipient);
            return Response.status(outcome.duplicate() ? Response.Status.OK : Response.Status.CREATED)
                    .entity(outcome.withReason(whys.of(outcome.reason())))
                    .build();
        }
    }
}
