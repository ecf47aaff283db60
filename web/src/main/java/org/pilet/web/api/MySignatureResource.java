package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.channels.mail.MailSignature;
import org.pilet.channels.mail.ReplyFrames;
import org.pilet.people.PersonalSettings;

/** What stands below the caller's own answers. */
@Path("me/signature")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:write")
public class MySignatureResource {

    @EJB
    private PersonalSettings settings;

    /** The lines; empty for none. */
    public record MySignature(String signature) {}

    @GET
    public MySignature view() {
        return new MySignature(settings.get(ReplyFrames.OWN_SIGNATURE).orElse(""));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public MySignature set(MySignature asked) {
        settings.put(ReplyFrames.OWN_SIGNATURE, new MailSignature(asked.signature()).lines());
        return view();
    }
}
