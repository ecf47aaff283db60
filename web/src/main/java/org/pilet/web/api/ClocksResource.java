package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.platform.NotFound;
import org.pilet.sla.ClockView;
import org.pilet.sla.ExplainedInterval;
import org.pilet.sla.Metric;
import org.pilet.sla.SlaClocks;

/** What was promised on a ticket and how it stands. */
@Path("tickets/{ticket}/clocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class ClocksResource {

    @Inject
    private SlaClocks clocks;

    @Inject
    private TicketRefs refs;

    @GET
    public Links.Items<ClockView> of(@PathParam("ticket") String reference) {
        return Links.all(clocks.of(refs.idOf(reference)));
    }

    @GET
    @Path("{metric}/explanation")
    public Links.Items<ExplainedInterval> explain(
            @PathParam("ticket") String reference, @PathParam("metric") String metric) {
        long ticketId = refs.idOf(reference);
        for (Metric known : Metric.values()) {
            if (known.name().equalsIgnoreCase(metric)) {
                return Links.all(clocks.explain(ticketId, known));
            }
        }
        throw new NotFound("clock", metric);
    }
}
