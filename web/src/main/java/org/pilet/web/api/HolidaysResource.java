package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.pilet.sla.HolidaySets;

/** Public holidays by country, to look through before a calendar takes them over. */
@Path("sla/holidays")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class HolidaysResource {

    @Inject
    private HolidaySets sets;

    /** A country whose holidays are known. */
    public record Country(String code, String name) {}

    @GET
    @Path("countries")
    public Links.Items<Country> countries() {
        return Links.all(sets.countries(Locale.ENGLISH).entrySet().stream()
                .map(each -> new Country(each.getKey(), each.getValue()))
                .toList());
    }

    /** Of these years, both included. */
    @GET
    public Links.Items<CalendarBody.Holiday> of(
            @QueryParam("country") String country,
            @QueryParam("region") String region,
            @QueryParam("firstYear") String firstYear,
            @QueryParam("lastYear") String lastYear) {
        int first = Years.of("firstYear", firstYear);
        int last = lastYear == null ? first : Years.of("lastYear", lastYear);
        return Links.all(sets.ofCountry(country, region, first, last, Locale.ENGLISH).stream()
                .map(each -> new CalendarBody.Holiday(each.day().toString(), false, each.name()))
                .toList());
    }
}
