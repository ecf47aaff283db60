package org.pilet.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/** Figures for those who lead: of the night, of this moment, day by day, with the tickets behind them. */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR})
public class Reports {

    private static final int TICKETS_BEHIND = 500;
    private static final int LONGEST_SERIES = 400;

    @EJB
    private Access access;

    @Inject
    private FigureStore figures;

    @Inject
    private FactStore facts;

    @Inject
    private SubscriptionStore subscriptions;

    @Inject
    private DayReports reports;

    @Inject
    private LiveFigures live;

    @Inject
    private ReportSettings settings;

    @Inject
    private Clock clock;

    /** The zone whose days are reported. */
    public ZoneId zone() {
        return settings.zone();
    }

    public LocalDate today() {
        return settings.today();
    }

    /** The latest day that has figures. */
    public Optional<LocalDate> lastDay() {
        return figures.lastDay();
    }

    /** The stored figures of a day; empty when none were computed. */
    public Optional<DayFigures> nightly(LocalDate day) {
        return figures.day(day)
                .map(reported -> new DayFigures(
                        day,
                        reported.zone(),
                        Period.whole(day, reported.zone()).end(),
                        reported.computedAt(),
                        reported.gaps(),
                        reports.named(figures.figures(day))));
    }

    /** Today so far, at most half a minute old. */
    public DayFigures live() {
        return live.today();
    }

    /** A past day, computed at this moment from the records: what the stored figures should be equal to. */
    public DayFigures computedNow(LocalDate day) {
        ZoneId zone = figures.day(day).map(FigureStore.ReportedDay::zone).orElse(settings.zone());
        if (!day.isBefore(LocalDate.ofInstant(clock.now(), zone))) {
            throw new InvalidInput("day", "dayNotOver", day);
        }
        return live.of(Period.whole(day, zone));
    }

    /** Stored figures of some metrics for each key of a dimension, day by day. At most 400 days. */
    public List<DailyFigure> series(LocalDate from, LocalDate to, Dimension dimension, Collection<Metric> metrics) {
        if (from.plusDays(LONGEST_SERIES).isBefore(to)) {
            throw new InvalidInput("from", "tooManyDays", LONGEST_SERIES);
        }
        Map<String, String> names = figures.names(dimension);
        List<DailyFigure> series = new ArrayList<>();
        figures.series(from, to, dimension, metrics)
                .forEach((day, list) -> list.forEach(figure -> series.add(new DailyFigure(
                        day, new NamedFigure(figure, names.getOrDefault(figure.key(), figure.key()))))));
        return series;
    }

    /** The tickets that a stored figure is made of, as far as the caller may read them; at most 500. */
    public List<TicketBehind> behind(LocalDate day, Dimension dimension, String key, Metric metric) {
        Caller me = access.me();
        return facts.behind(day, dimension, key, metric, me.allQueues() ? null : me.viewQueueIds(), TICKETS_BEHIND);
    }

    /**
     * Writes a day's stored figures as {@code csv}, {@code xlsx} or {@code pdf}: the same bytes as the night's file.
     * Refused with {@link NotFound} when there are none.
     */
    public void write(LocalDate day, String extension, OutputStream target) throws IOException {
        DayReport report = reports.of(day).orElseThrow(() -> new NotFound("report", day));
        format(extension).write(report, target);
    }

    /** The formats in which the caller gets the nightly report by mail; none when they do not. */
    public Set<String> subscription() {
        return subscriptions.formats(access.me().personId());
    }

    /** Subscribes the caller to the nightly report in these formats; none ends it. */
    public void subscribe(Set<String> formats) {
        formats.forEach(Reports::format);
        long me = access.me().personId();
        if (formats.isEmpty()) {
            subscriptions.remove(me);
        } else {
            subscriptions.save(me, formats, clock.now());
        }
    }

    private static ReportFormat format(String extension) {
        return DayReports.FORMATS.stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("format", "unknown", extension));
    }
}
