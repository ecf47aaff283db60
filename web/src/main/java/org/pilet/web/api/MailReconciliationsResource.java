package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.channels.mail.MailReconciliationView;
import org.pilet.channels.mail.MailReconciliations;

/** What the nightly comparisons of handed over with existing mail have found; the job {@code mail-reconciliation} makes them. */
@Path("mail-reconciliations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class MailReconciliationsResource {

    @Inject
    private MailReconciliations reconciliations;

    @GET
    public Links.Items<MailReconciliationView> list() {
        return Links.all(reconciliations.recent());
    }

    @GET
    @Path("{reconciliation}")
    public MailReconciliationView view(@PathParam("reconciliation") String id) {
        return reconciliations.view(Ids.of("reconciliation", id));
    }
}
