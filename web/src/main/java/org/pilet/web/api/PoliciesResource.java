package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.net.URI;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.PolicyView;
import org.pilet.sla.SlaImpact;
import org.pilet.sla.SlaImpacts;
import org.pilet.sla.SlaPolicies;

/** Who is promised what: policies, for administrators. */
@Path("sla/policies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class PoliciesResource {

    @Inject
    private SlaPolicies policies;

    @Inject
    private BusinessCalendars calendars;

    @Inject
    private SlaImpacts impacts;

    /** In the order in which they are tried. */
    @GET
    public Links.Items<PolicyBody> all() {
        return Links.all(policies.all().stream().map(PolicyBody::of).toList());
    }

    @GET
    @Path("{policy}")
    public PolicyBody one(@PathParam("policy") String id) {
        return PolicyBody.of(policies.view(Ids.of("policy", id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(JsonObject body) {
        PolicyView made = policies.add(draft(body));
        return Response.created(URI.create("sla/policies/" + made.id()))
                .entity(PolicyBody.of(made))
                .build();
    }

    @PUT
    @Path("{policy}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PolicyBody replace(@PathParam("policy") String id, JsonObject body) {
        int version = new Loose("", body).need("version").number().intValue();
        return PolicyBody.of(policies.replace(Ids.of("policy", id), version, draft(body)));
    }

    /** Only one that was never used. */
    @DELETE
    @Path("{policy}")
    public void remove(@PathParam("policy") String id) {
        policies.remove(Ids.of("policy", id));
    }

    /** Which running clocks the policy would move if it said this. */
    @POST
    @Path("{policy}/impact")
    @Consumes(MediaType.APPLICATION_JSON)
    public SlaImpact impact(@PathParam("policy") String id, JsonObject body) {
        long policyId = Ids.of("policy", id);
        policies.view(policyId);
        return impacts.ofPolicy(policyId, draft(body));
    }

    private PolicyDraft draft(JsonObject body) {
        return new WhatIfRules(calendars).draft(new Loose("", body));
    }
}
