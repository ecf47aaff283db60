package org.pilet.web.reports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.pilet.platform.InvalidInput;
import org.pilet.reporting.Dimension;
import org.pilet.reporting.Metric;
import org.pilet.reporting.Reports;
import org.pilet.reporting.TicketBehind;

/** The tickets that a figure is made of. */
@Named
@RequestScoped
public class BehindPage {

    @EJB
    private Reports reports;

    private String day;
    private Dimension by;
    private String key;
    private Metric metric;
    private LocalDate shown;
    private List<TicketBehind> tickets = List.of();

    public void load() {
        try {
            shown = LocalDate.parse(String.valueOf(day));
        } catch (DateTimeParseException nonsense) {
            throw new InvalidInput("day", "malformed", day);
        }
        if (by != null && metric != null) {
            tickets = reports.behind(shown, by, key, metric);
        }
    }

    public List<TicketBehind> getTickets() {
        return tickets;
    }

    public boolean isDuration() {
        return metric != null && metric.kind() == Metric.Kind.DURATION;
    }

    public LocalDate getShown() {
        return shown;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public Dimension getBy() {
        return by;
    }

    public void setBy(Dimension by) {
        this.by = by;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public Metric getMetric() {
        return metric;
    }

    public void setMetric(Metric metric) {
        this.metric = metric;
    }
}
