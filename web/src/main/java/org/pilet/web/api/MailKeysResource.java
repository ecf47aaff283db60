package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.pilet.channels.mail.MailKeyView;
import org.pilet.channels.mail.MailKeys;
import org.pilet.channels.mail.NewMailKey;
import org.pilet.platform.InvalidInput;

/** Certificates and keys for S/MIME and OpenPGP. */
@Path("mail-keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class MailKeysResource {

    @EJB
    private MailKeys keys;

    @GET
    public Links.Items<MailKeyView> all() {
        return Links.all(keys.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(MailKeyBody body) {
        MailKeyView added = keys.add(new NewMailKey(
                Input.choice("kind", MailKeyView.Kind.class, body.kind()),
                file(body.file()),
                body.passphrase(),
                body.mailboxId(),
                body.personId(),
                Boolean.TRUE.equals(body.trusted())));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @PUT
    @Path("{key}/trust")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailKeyView trust(@PathParam("key") String id, MailKeyTrust trust) {
        return keys.trust(Ids.of("mailKey", id), Boolean.TRUE.equals(trust.trusted()));
    }

    @DELETE
    @Path("{key}")
    public void remove(@PathParam("key") String id) {
        keys.remove(Ids.of("mailKey", id));
    }

    private static byte[] file(String sent) {
        if (sent == null || sent.isBlank()) {
            throw new InvalidInput("file", "required");
        }
        if (sent.contains("-----BEGIN")) {
            return sent.strip().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(sent);
        } catch (IllegalArgumentException neither) {
            throw new InvalidInput("file", "malformed", "base64");
        }
    }
}
