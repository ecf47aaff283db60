package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

/** The days that are reported, and their figures. */
@Dependent
class FigureStore {

    private static final String FIGURE = " dimension, key, metric, n, hits, excluded, calendar_median_micros,"
            + " calendar_p90_micros, calendar_mean_micros, business_median_micros, business_p90_micros,"
            + " business_mean_micros ";

    @Inject
    private Sql sql;

    /** Replaces the day's figures. */
    void save(Period period, long instanceId, Instant now, List<String> gaps, List<Figure> figures) {
        sql.update("delete from report_day where day = ?", period.day());
        sql.update(
                "insert into report_day (day, zone, begins_at, ends_at, definition_version, instance_id, computed_at,"
                        + " gaps) values (?, ?, ?, ?, ?, ?, ?, ?)",
                period.day(),
                period.zone().getId(),
                period.start(),
                period.end(),
                Metric.DEFINITION_VERSION,
                instanceId,
                now,
                String.join("\n", gaps));
        List<Object[]> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Distribution calendar = figure.calendar();
            Distribution business = figure.business();
            rows.add(new Object[] {
                period.day(),
                figure.dimension(),
                figure.key(),
                figure.metric(),
                figure.n(),
                figure.hits(),
                figure.excluded(),
                calendar == null ? null : Distribution.micros(calendar.median()),
                calendar == null ? null : Distribution.micros(calendar.p90()),
                calendar == null ? null : Distribution.micros(calendar.mean()),
                business == null ? null : Distribution.micros(business.median()),
                business == null ? null : Distribution.micros(business.p90()),
                business == null ? null : Distribution.micros(business.mean())
            });
        }
        sql.batch("insert into daily_figure (day," + FIGURE + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    Optional<ReportedDay> day(LocalDate day) {
        return sql.first(
                "select day, zone, definition_version, computed_at, gaps from report_day where day = ?",
                FigureStore::reported,
                day);
    }

    Optional<LocalDate> lastDay() {
        return sql.first("select max(day) as day from report_day", row -> Optional.ofNullable(row.day("day")))
                .flatMap(found -> found);
    }

    List<Figure> figures(LocalDate day) {
        return ordered(sql.list("select" + FIGURE + "from daily_figure where day = ?", FigureStore::figure, day));
    }

    /** One metric, day by day. */
    Map<LocalDate, List<Figure>> series(LocalDate from, LocalDate to, Dimension dimension, Collection<Metric> metrics) {
        Map<LocalDate, List<Figure>> series = new java.util.TreeMap<>();
        sql.list(
                "select day," + FIGURE
                        + "from daily_figure where day between ? and ? and dimension = ? and metric = any(?)",
                row -> series.computeIfAbsent(row.day("day"), day -> new ArrayList<>())
                        .add(figure(row)),
                from,
                to,
                dimension,
                metrics);
        return series;
    }

    /** What people call the keys of a dimension; constants are called by their own name. */
    Map<String, String> names(Dimension dimension) {
        String query =
                switch (dimension) {
                    case QUEUE -> "select id, name from queue";
                    case AGENT -> "select id, name from person where kind = 'AGENT'";
                    case CATEGORY -> "select id, name from category";
                    case AGREEMENT -> "select id, name from sla_policy";
                    default -> null;
                };
        Map<String, String> names = new HashMap<>();
        if (query != null) {
            sql.list(query, row -> names.put(String.valueOf(row.number("id")), row.text("name")));
        }
        return names;
    }

    static List<Figure> ordered(List<Figure> figures) {
        return figures.stream()
                .sorted(java.util.Comparator.comparing(Figure::dimension)
                        .thenComparing(Figure::key)
                        .thenComparing(Figure::metric))
                .toList();
    }

    private static ReportedDay reported(Row row) {
        return new ReportedDay(
                row.day("day"),
                ZoneId.of(row.text("zone")),
                row.integer("definition_version"),
                row.instant("computed_at"),
                row.text("gaps").isEmpty()
                        ? List.of()
                        : List.of(row.text("gaps").split("\n")));
    }

    private static Figure figure(Row row) {
        return new Figure(
                row.constant("dimension", Dimension.class),
                row.text("key"),
                row.constant("metric", Metric.class),
                row.number("n"),
                row.number("hits"),
                row.number("excluded"),
                distribution(row, "calendar"),
                distribution(row, "business"));
    }

    private static Distribution distribution(Row row, String variant) {
        Long median = row.numberOrNull(variant + "_median_micros");
        return median == null
                ? null
                : new Distribution(
                        Distribution.duration(median),
                        Distribution.duration(row.number(variant + "_p90_micros")),
                        Distribution.duration(row.number(variant + "_mean_micros")));
    }

    /** A day whose figures are stored. */
    record ReportedDay(LocalDate day, ZoneId zone, int definitionVersion, Instant computedAt, List<String> gaps) {}
}
