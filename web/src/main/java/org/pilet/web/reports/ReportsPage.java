package org.pilet.web.reports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.pilet.reporting.DailyFigure;
import org.pilet.reporting.DayFigures;
import org.pilet.reporting.Dimension;
import org.pilet.reporting.Figure;
import org.pilet.reporting.Metric;
import org.pilet.reporting.NamedFigure;
import org.pilet.reporting.Reports;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** A day's figures: on top the few that matter, then how they went for a month, then all of them by whatever is asked. */
@Named
@RequestScoped
public class ReportsPage {

    private static final int DAYS = 30;
    private static final List<Metric> KEY_METRICS = List.of(
            Metric.VOLUME,
            Metric.RESOLVED,
            Metric.BACKLOG_END,
            Metric.FIRST_RESPONSE,
            Metric.RESOLUTION_FULL,
            Metric.SLA_ALL,
            Metric.SLA_ADJUSTED);
    private static final List<Metric> COLUMNS = List.of(
            Metric.VOLUME,
            Metric.RESOLVED,
            Metric.BACKLOG_END,
            Metric.BACKLOG_OVERDUE,
            Metric.FIRST_RESPONSE,
            Metric.RESOLUTION_FULL,
            Metric.SLA_ALL,
            Metric.SLA_ADJUSTED);
    private static final List<Metric> PROMISES = List.of(
            Metric.SLA_FIRST_RESPONSE,
            Metric.SLA_NEXT_RESPONSE,
            Metric.SLA_RESOLUTION,
            Metric.SLA_TEAM_RESOLUTION,
            Metric.SLA_ALL,
            Metric.SLA_ADJUSTED,
            Metric.SLA_PER_TICKET);
    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.QUEUE,
            Dimension.AGENT,
            Dimension.CHANNEL,
            Dimension.PRIORITY,
            Dimension.CATEGORY,
            Dimension.AGREEMENT);

    @EJB
    private Reports reports;

    @Inject
    private Charts charts;

    @Inject
    private FigureWords words;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private String day;
    private Dimension by = Dimension.QUEUE;
    private boolean check;
    private LocalDate shown;
    private DayFigures nightly;
    private DayFigures before;
    private DayFigures live;
    private DayFigures again;
    private List<ChartView> drawn = List.of();
    private Set<String> formats; // null until they are read or the form has given them

    public void load() {
        shown = asked();
        live = reports.live();
        if (formats == null) {
            formats = new LinkedHashSet<>(reports.subscription());
        }
        if (shown == null) {
            return;
        }
        nightly = reports.nightly(shown).orElse(null);
        before = reports.nightly(shown.minusDays(1)).orElse(null);
        again = check && nightly != null ? reports.computedNow(shown) : null;
        drawn = draw();
    }

    private LocalDate asked() {
        try {
            return day == null ? reports.lastDay().orElse(null) : LocalDate.parse(day);
        } catch (DateTimeParseException nonsense) {
            return reports.lastDay().orElse(null);
        }
    }

    private List<ChartView> draw() {
        Map<LocalDate, Map<Metric, Figure>> series = new TreeMap<>();
        List<Metric> metrics = List.of(
                Metric.VOLUME,
                Metric.RESOLVED,
                Metric.BACKLOG_ACTIONABLE,
                Metric.BACKLOG_WAITING,
                Metric.BACKLOG_OVERDUE,
                Metric.FIRST_RESPONSE,
                Metric.RESOLUTION_FULL,
                Metric.SLA_FIRST_RESPONSE,
                Metric.SLA_RESOLUTION);
        for (DailyFigure daily : reports.series(shown.minusDays(DAYS - 1L), shown, Dimension.ALL, metrics)) {
            Figure figure = daily.named().figure();
            series.computeIfAbsent(daily.day(), d -> new EnumMap<>(Metric.class))
                    .put(figure.metric(), figure);
        }
        if (series.isEmpty()) {
            return List.of();
        }
        return List.of(
                charts.bars("flow", List.of(Metric.VOLUME, Metric.RESOLVED), series),
                charts.lines(
                        "backlog",
                        List.of(Metric.BACKLOG_ACTIONABLE, Metric.BACKLOG_WAITING, Metric.BACKLOG_OVERDUE),
                        series),
                charts.lines("times", List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION_FULL), series),
                charts.lines("sla", List.of(Metric.SLA_FIRST_RESPONSE, Metric.SLA_RESOLUTION), series));
    }

    /** Takes or gives up the nightly mail; formats without any end it. */
    public void subscribe() {
        reports.subscribe(formats);
        toasts.say(texts.get(formats.isEmpty() ? "reports.unsubscribed" : "reports.subscribed"));
    }

    public List<KeyFigure> getKeyFigures() {
        return KEY_METRICS.stream()
                .map(metric -> nightly == null
                        ? null
                        : nightly.total(metric)
                                .map(figure -> KeyFigure.of(
                                        figure,
                                        before == null
                                                ? null
                                                : before.total(metric).orElse(null),
                                        live.total(metric).orElse(null)))
                                .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** One row for each key of the chosen dimension. */
    public List<KeyRow> getRows() {
        Map<String, KeyRow> rows = new LinkedHashMap<>();
        if (nightly == null) {
            return List.of();
        }
        for (NamedFigure named : nightly.of(by)) {
            rows.computeIfAbsent(
                            named.figure().key(), key -> new KeyRow(key, called(named), new EnumMap<>(Metric.class)))
                    .figures()
                    .put(named.figure().metric(), named.figure());
        }
        return List.copyOf(rows.values());
    }

    private String called(NamedFigure named) {
        if (Dimension.NONE.equals(named.figure().key())) {
            return texts.get("reports.nobody");
        }
        return switch (by) {
            case CHANNEL -> texts.get("Channel." + named.name());
            case PRIORITY -> texts.get("Priority." + named.name());
            default -> named.name();
        };
    }

    /** Everything together, the night's beside what computing it again gives, when that is asked for. */
    public List<CheckRow> getAll() {
        if (nightly == null) {
            return List.of();
        }
        return nightly.of(Dimension.ALL).stream()
                .map(NamedFigure::figure)
                .map(figure -> new CheckRow(
                        figure,
                        again == null ? null : again.total(figure.metric()).orElse(null)))
                .toList();
    }

    /** How many figures of the day, of whatever dimension, differ when they are computed again. */
    public long getDifferences() {
        if (again == null) {
            return 0;
        }
        Set<NamedFigure> stored = new LinkedHashSet<>(nightly.figures());
        Set<NamedFigure> computed = new LinkedHashSet<>(again.figures());
        long missing =
                stored.stream().filter(figure -> !computed.contains(figure)).count();
        long extra =
                computed.stream().filter(figure -> !stored.contains(figure)).count();
        return Math.max(missing, extra);
    }

    public String value(Figure figure) {
        return words.value(figure);
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
        this.by = by == null || by == Dimension.ALL ? Dimension.QUEUE : by;
    }

    public boolean isCheck() {
        return check;
    }

    public void setCheck(boolean check) {
        this.check = check;
    }

    public LocalDate getShown() {
        return shown;
    }

    public LocalDate getPrevious() {
        return shown == null ? null : shown.minusDays(1);
    }

    public LocalDate getNext() {
        return shown == null || !shown.isBefore(reports.today().minusDays(1)) ? null : shown.plusDays(1);
    }

    public DayFigures getNightly() {
        return nightly;
    }

    public DayFigures getLive() {
        return live;
    }

    public DayFigures getAgain() {
        return again;
    }

    public List<ChartView> getCharts() {
        return drawn;
    }

    public List<Dimension> getDimensions() {
        return DIMENSIONS;
    }

    public List<Metric> getColumns() {
        return by == Dimension.AGREEMENT ? PROMISES : COLUMNS;
    }

    public List<String> getFormatChoices() {
        return List.of("pdf", "xlsx", "csv");
    }

    public String[] getFormats() {
        return formats == null ? new String[0] : formats.toArray(String[]::new);
    }

    public void setFormats(String[] formats) {
        this.formats = new LinkedHashSet<>(List.of(formats == null ? new String[0] : formats));
    }

    /** A key and its figures by metric. */
    public record KeyRow(String key, String name, Map<Metric, Figure> figures) {

        public Figure figure(Metric metric) {
            return figures.get(metric);
        }
    }

    /** A stored figure and the same computed now; null when not asked for. */
    public record CheckRow(Figure figure, Figure again) {

        public boolean isEqual() {
            return figure.equals(again);
        }
    }
}
