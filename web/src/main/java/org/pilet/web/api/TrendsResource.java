package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pilet.reporting.Trend;
import org.pilet.reporting.TrendOf;
import org.pilet.reporting.Trends;

/** What people ask about more than before. */
@Path("trends")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TrendsResource {

    private static final int USUAL = 30;

    @EJB
    private Trends trends;

    @GET
    public Links.Items<Trend> of(@QueryParam("of") String of, @QueryParam("days") String days) {
        TrendOf what = Input.choice("of", TrendOf.class, of);
        Long span = Input.number("days", days);
        return Links.all(trends.of(
                what == null ? TrendOf.CATEGORY : what,
                span == null ? USUAL : (int) Math.max(0, Math.min(span, Trends.LONGEST + 1))));
    }
}
