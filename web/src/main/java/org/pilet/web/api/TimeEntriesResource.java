package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.pilet.platform.InvalidInput;
import org.pilet.teamwork.TimeEntries;
import org.pilet.teamwork.TimeEntryView;

/** All time booked in a month, for accounts. */
@Path("time-entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TimeEntriesResource {

    @EJB
    private TimeEntries times;

    @GET
    public Links.Items<TimeEntryView> in(@QueryParam("month") String month) {
        try {
            return Links.all(times.in(YearMonth.parse(Input.required("month", month))));
        } catch (DateTimeException malformed) {
            throw new InvalidInput("month", "malformed", month);
        }
    }
}
