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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.CalendarDraft;
import org.pilet.sla.CalendarDraft.HolidayOn;
import org.pilet.sla.CalendarView;
import org.pilet.sla.HolidaySets;
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

    @Inject
    private HolidaySets sets;

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

    /** Day by day what the calendar says of a year. */
    @GET
    @Path("{calendar}/days")
    public Links.Items<CalendarDate> days(@PathParam("calendar") String id, @QueryParam("year") String year) {
        CalendarDraft content = calendars.view(Ids.of("calendar", id)).content();
        int asked = Years.of("year", year);
        return Links.all(
                calendars.year(content, asked).stream().map(CalendarDate::of).toList());
    }

    /**
     * Takes over holidays of a country, of an iCal file or from an address; what the calendar has already stays as it is.
     */
    @POST
    @Path("{calendar}/holidays")
    @Consumes(MediaType.APPLICATION_JSON)
    public CalendarBody takeHolidays(@PathParam("calendar") String id, HolidayImport asked) {
        CalendarView before = calendars.view(Ids.of("calendar", id));
        List<HolidayOn> all = new ArrayList<>(before.content().holidays());
        for (HolidayOn found : found(asked)) {
            boolean known = all.stream()
                    .anyMatch(holiday -> !holiday.yearly() && holiday.day().equals(found.day()));
            if (!known) {
                all.add(found);
            }
        }
        CalendarDraft content = before.content();
        return CalendarBody.of(calendars.replace(
                before.id(),
                before.version(),
                new CalendarDraft(content.name(), content.zone(), content.week(), all, content.exceptions())));
    }

    private List<HolidayOn> found(HolidayImport asked) {
        int first = asked.firstYear() == null ? Years.of("firstYear", null) : asked.firstYear();
        int last = asked.lastYear() == null ? first : asked.lastYear();
        if (asked.country() != null) {
            return sets.ofCountry(asked.country(), asked.region(), first, last, Locale.ENGLISH);
        }
        if (asked.ical() != null) {
            return sets.ofFile(asked.ical().getBytes(StandardCharsets.UTF_8), first, last);
        }
        return sets.ofAddress(Input.required("country", asked.url()), first, last);
    }

    private static CalendarDraft draft(JsonObject body) {
        Loose given = new Loose("", body);
        given.need("name");
        return WhatIfCalendars.draft(given);
    }
}
