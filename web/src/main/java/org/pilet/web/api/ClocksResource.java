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
import org.pilet.platform.NotFound;
import org.pilet.sla.ClockStep;
import org.pilet.sla.ClockView;
import org.pilet.sla.ExplainedInterval;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyVerdict;
import org.pilet.sla.SlaClocks;

/** What was promised on a ticket and how it stands. */
@Path("tickets/{ticket}/clocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class ClocksResource {

    @Inject
    private SlaClocks clocks;

    /** Why a breach shall not count. */
    public record OverrideReason(String reason) {}

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
        return Links.all(clocks.explain(refs.idOf(reference), known(metric)));
    }

    @GET
    @Path("{metric}/steps")
    public Links.Items<ClockStep> steps(@PathParam("ticket") String reference, @PathParam("metric") String metric) {
        return Links.all(clocks.steps(refs.idOf(reference), known(metric)));
    }

    @POST
    @Path("{metric}/override")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope("tickets:write")
    public void override(
            @PathParam("ticket") String reference, @PathParam("metric") String metric, OverrideReason given) {
        clocks.override(refs.idOf(reference), known(metric), Input.required("reason", given.reason()));
    }

    /** The policies as they were tried for this ticket. */
    @GET
    @Path("policies")
    public Links.Items<PolicyVerdict> policies(@PathParam("ticket") String reference) {
        return Links.all(clocks.policies(refs.idOf(reference)));
    }

    private static Metric known(String metric) {
        for (Metric known : Metric.values()) {
            if (known.name().equalsIgnoreCase(metric)) {
                return known;
            }
        }
        throw new NotFound("clock", metric);
    }
}
