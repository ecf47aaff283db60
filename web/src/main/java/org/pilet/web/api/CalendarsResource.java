package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
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
import org.pilet.sla.CalendarDraft;
import org.pilet.sla.CalendarView;
import org.pilet.sla.SlaImpact;
import org.pilet.sla.SlaImpacts;

/** When the house is open: business calendars, for administrators. */
@Path("sla/calendars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class CalendarsResource {

    @Inject
    private BusinessCalendars calendars;

    @Inject
    private SlaImpacts impacts;

    @GET
    public Links.Items<CalendarBody> all() {
        return Links.all(calendars.all().stream().map(CalendarBody::of).toList());
    }

    @GET
    @Path("{calendar}")
    public CalendarBody one(@PathParam("calendar") String id) {
        return CalendarBody.of(calendars.view(Ids.of("calendar", id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(JsonObject body) {
        CalendarView made = calendars.add(draft(body));
        return Response.created(URI.create("sla/calendars/" + made.id()))
                .entity(CalendarBody.of(made))
                .build();
    }

    @PUT
    @Path("{calendar}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CalendarBody replace(@PathParam("calendar") String id, JsonObject body) {
        int version = new Loose("", body).need("version").number().intValue();
        return CalendarBody.of(calendars.replace(Ids.of("calendar", id), version, draft(body)));
    }

    /** Which running clocks the calendar would move if it said this. */
    @POST
    @Path("{calendar}/impact")
    @Consumes(MediaType.APPLICATION_JSON)
    public SlaImpact impact(@PathParam("calendar") String id, JsonObject body) {
        long calendarId = Ids.of("calendar", id);
        calendars.view(calendarId);
        return impacts.ofCalendar(calendarId, draft(body));
    }

    private static CalendarDraft draft(JsonObject body) {
        Loose given = new Loose("", body);
        given.need("name");
        return WhatIfCalendars.draft(given);
    }
}
