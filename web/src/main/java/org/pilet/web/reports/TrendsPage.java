package org.pilet.web.reports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pilet.reporting.Trend;
import org.pilet.reporting.TrendOf;
import org.pilet.reporting.Trends;

/** What people ask about more than before, by category and by tag; its address says since when. */
@Named
@RequestScoped
public class TrendsPage {

    private static final int USUAL = 30;

    @EJB
    private Trends trends;

    @Inject
    private Sparkline sparkline;

    private TrendOf of = TrendOf.CATEGORY;
    private int days = USUAL;
    private List<Trend> rows = List.of();

    public void load() {
        rows = trends.of(of, days);
    }

    public List<Trend> getRows() {
        return rows;
    }

    /** Whether it rises; where nobody asked anything before, there is nothing that it could have risen from. */
    public boolean rises(Trend trend) {
        return trend.isRising() && rows.stream().anyMatch(each -> each.before() > 0);
    }

    public String points(Trend trend) {
        return sparkline.line(trend.parts());
    }

    /** The tickets of the last days that are counted, in the work list. */
    public String query(Trend trend) {
        String narrowed = of == TrendOf.CATEGORY
                ? "category=" + trend.key()
                : "tag=" + URLEncoder.encode(trend.key(), StandardCharsets.UTF_8);
        return "view=ALL&" + narrowed + "&q=created%3A" + days + "d";
    }

    public List<Integer> getSpans() {
        return List.of(7, USUAL, 90);
    }

    public TrendOf[] getKinds() {
        return TrendOf.values();
    }

    public TrendOf getOf() {
        return of;
    }

    public void setOf(TrendOf of) {
        this.of = of == null ? TrendOf.CATEGORY : of;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
