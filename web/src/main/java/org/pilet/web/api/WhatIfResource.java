package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.SlaPolicies;
import org.pilet.sla.SlaWhatIf;
import org.pilet.sla.WhatIfResult;

/** What the clocks of a ticket would do that never was. */
@Path("sla/what-if")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class WhatIfResource {

    @Inject
    private SlaWhatIf whatIf;

    @Inject
    private SlaPolicies policies;

    @Inject
    private BusinessCalendars calendars;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public WhatIfResult play(JsonObject body) {
        boolean asksForStored = body.get("policies") instanceof jakarta.json.JsonString;
        WhatIfReader reader = new WhatIfReader(body, calendars);
        return whatIf.play(reader.read(asksForStored ? policies.all() : List.of()))
                .ignoring(reader.ignored());
    }
}
