package org.pilet.reporting;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.pilet.platform.Clock;
import org.pilet.sla.OpenHours;

/** Figures computed on the spot, by the same formulas over the same records as those of the night. */
@ApplicationScoped
class LiveFigures {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int PAGE = 500;

    @Inject
    private ReportedTicketStore tickets;

    @EJB
    private OpenTimes openTimes;

    @Inject
    private DayReports reports;

    @Inject
    private ReportSettings settings;

    @Inject
    private Clock clock;

    private final AtomicReference<DayFigures> latest = new AtomicReference<>();

    /** Today, at most half a minute old. Many may ask at once, one computes. */
    synchronized DayFigures today() {
        Instant now = clock.now();
        DayFigures known = latest.get();
        if (known == null
                || known.computedAt().isBefore(now.minus(FRESH))
                || !known.zone().equals(settings.zone())) {
            known = of(Period.live(now, settings.zone()));
            latest.set(known);
        }
        return known;
    }

    DayFigures of(Period period) {
        FigureSum sum = new FigureSum();
        Map<Long, OpenHours> calendars = new HashMap<>();
        long after = 0;
        List<ReportedTicket> page;
        do {
            page = tickets.after(after, PAGE, period);
            for (ReportedTicket ticket : page) {
                FactRules.facts(ticket, period, calendars.computeIfAbsent(ticket.calendarId(), openTimes::of))
                        .forEach(sum::add);
                after = ticket.ticketId();
            }
        } while (page.size() == PAGE);
        List<Figure> figures = sum.figures();
        return new DayFigures(
                period.day(),
                period.zone(),
                period.end(),
                clock.now(),
                BacklogIdentity.gaps(figures),
                reports.named(figures));
    }
}
