package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.pilet.channels.mail.InboundMailSource;
import org.pilet.channels.mail.InboundMailView;
import org.pilet.channels.mail.InboundMails;
import org.pilet.channels.mail.InboundOutcome;
import org.pilet.channels.mail.InboundState;
import org.pilet.channels.mail.RawMail;
import org.pilet.platform.Page;

/**
 * Where a mail server hands mail over, and what became of it. The answer 201 or 200 means that the mail is stored,
 * whatever was decided; with any other the mail server keeps it and tries again. It needs no idempotency key: the same
 * mail is the same mail.
 */
@Path("inbound-mail")
@RequestScoped
@NeedsScope("admin")
@Produces(MediaType.APPLICATION_JSON)
public class InboundMailResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    @Inject
    private InboundMails mails;

    @Inject
    private Whys whys;

    /** Why a mail is not needed. */
    public record Dismissal(String reason) {}

    @POST
    @Consumes("message/rfc822")
    @NeedsScope("mail:inject")
    public Response receive(
            @QueryParam("recipient") String recipient, @QueryParam("sender") String sender, InputStream content)
            throws IOException {
        try (RawMail raw = RawMail.spool(delivered(sender, content), mails.largest())) {
            InboundOutcome outcome = mails.receive(raw, recipient == null || recipient.isBlank() ? null : recipient);
            return Response.status(outcome.duplicate() ? Response.Status.OK : Response.Status.CREATED)
                    .entity(outcome.withReason(whys.of(outcome.reason())))
                    .build();
        }
    }

    /** Whoever delivers finally writes the envelope's sender on top (RFC 5321 4.4); empty is that of a report. */
    private static InputStream delivered(String sender, InputStream content) {
        if (sender == null) {
            return content;
        }
        String path = sender.replaceAll("[<>\\s\\p{Cntrl}]", "");
        byte[] line = ("Return-Path: <" + path + ">\r\n").getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(new ByteArrayInputStream(line), content);
    }

    @GET
    public Response log(
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo address) {
        int size = Input.limit(limit, PAGE, LARGEST_PAGE);
        Input.number("cursor", cursor);
        Page<InboundMailView> page = mails.log(Input.choice("state", InboundState.class, state), cursor, size);
        return Links.page(new Page<>(page.rows().stream().map(this::readable).toList(), page.next()), address);
    }

    @GET
    @Path("{mail}")
    public InboundMailView view(@PathParam("mail") String id) {
        return readable(mails.view(Ids.of("mail", id)));
    }

    @GET
    @Path("{mail}/reading")
    public InboundMailSource reading(@PathParam("mail") String id) {
        return mails.source(Ids.of("mail", id));
    }

    @GET
    @Path("{mail}/source")
    @Produces("message/rfc822")
    public Response source(@PathParam("mail") String id) {
        return Response.ok(mails.raw(Ids.of("mail", id)))
                .header("Content-Disposition", "attachment; filename=\"mail-" + Ids.of("mail", id) + ".eml\"")
                .build();
    }

    @POST
    @Path("{mail}/retry")
    public InboundMailView retry(@PathParam("mail") String id) {
        long mail = Ids.of("mail", id);
        mails.retry(mail);
        return readable(mails.view(mail));
    }

    @POST
    @Path("{mail}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    public InboundMailView dismiss(@PathParam("mail") String id, Dismissal asked) {
        long mail = Ids.of("mail", id);
        mails.dismiss(mail, asked.reason());
        return readable(mails.view(mail));
    }

    private InboundMailView readable(InboundMailView mail) {
        return mail.withReason(whys.of(mail.reason()));
    }
}
