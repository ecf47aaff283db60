package org.pilet.web.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pilet.reporting.Figure;
import org.pilet.reporting.Metric;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Times;
import org.pilet.web.common.Viewer;
import software.xdev.chartjs.model.charts.BarChart;
import software.xdev.chartjs.model.charts.LineChart;
import software.xdev.chartjs.model.data.BarData;
import software.xdev.chartjs.model.data.LineData;
import software.xdev.chartjs.model.dataset.BarDataset;
import software.xdev.chartjs.model.dataset.LineDataset;
import software.xdev.chartjs.model.options.BarOptions;
import software.xdev.chartjs.model.options.Font;
import software.xdev.chartjs.model.options.LegendOptions;
import software.xdev.chartjs.model.options.LineOptions;
import software.xdev.chartjs.model.options.Plugins;
import software.xdev.chartjs.model.options.scale.GridLineConfiguration;
import software.xdev.chartjs.model.options.scale.Scales;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryTickOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearTickOptions;

/** Draws series of figures in colours that can be told apart on light and on dark ground, without red against green. */
@ApplicationScoped
class Charts {

    private static final List<String> COLOURS = List.of("#4f7be8", "#d9822b", "#2f9e8f");
    private static final String QUIET = "#808a9b";
    private static final String GRID = "rgba(128, 138, 155, 0.25)";

    @Inject
    private PageTexts texts;

    @Inject
    private FigureWords words;

    @Inject
    private Times times;

    @Inject
    private Viewer viewer;

    ChartView bars(String id, List<Metric> metrics, Map<LocalDate, Map<Metric, Figure>> series) {
        BarData data = new BarData();
        series.keySet().forEach(day -> data.addLabel(tick(day)));
        for (Metric metric : metrics) {
            data.addDataset(new BarDataset()
                    .setLabel(words.name(metric))
                    .setBackgroundColor(colour(metrics, metric))
                    .setData(values(metric, series, Charts::number)));
        }
        String json = new BarChart(data, dress(new BarOptions(), null)).toJson();
        return view(id, json, metrics, series);
    }

    /** A picture has no direction of its own: the date is to be read in that of its words. */
    private String tick(LocalDate day) {
        return "\u2068" + times.shortDate(day) + "\u2069";
    }

    /** Lines of counts, of medians in hours, or of shares in percent. */
    ChartView lines(String id, List<Metric> metrics, Map<LocalDate, Map<Metric, Figure>> series) {
        LineData data = new LineData();
        series.keySet().forEach(day -> data.addLabel(tick(day)));
        for (Metric metric : metrics) {
            data.addDataset(new LineDataset()
                    .setLabel(words.name(metric))
                    .setBorderColor(colour(metrics, metric))
                    .setBackgroundColor(colour(metrics, metric))
                    .setBorderWidth(2)
                    .addPointRadius(2)
                    .setSpanGaps(true)
                    .setData(values(metric, series, Charts::number)));
        }
        Number top = metrics.get(0).kind() == Metric.Kind.SHARE ? 100 : null;
        return view(id, new LineChart(data, dress(new LineOptions(), top)).toJson(), metrics, series);
    }

    private ChartView view(String id, String json, List<Metric> metrics, Map<LocalDate, Map<Metric, Figure>> series) {
        List<ChartView.Row> rows = new ArrayList<>();
        series.forEach((day, figures) -> rows.add(
                0,
                new ChartView.Row(
                        times.date(day),
                        metrics.stream()
                                .map(metric -> words.value(figures.get(metric)))
                                .toList())));
        return new ChartView(
                id,
                texts.get("reports.chart." + id),
                localised(json),
                metrics.stream().map(words::name).toList(),
                rows);
    }

    /** The library knows no locale; the script that draws does, and writes its numbers by it. */
    private String localised(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return Json.createPointer("/options/locale")
                    .add(reader.readObject(), Json.createValue(viewer.getLang()))
                    .toString();
        }
    }

    private static Font font() {
        return new Font().setFamily("Inter, Vazirmatn, sans-serif").setSize(12);
    }

    private static List<Number> values(
            Metric metric, Map<LocalDate, Map<Metric, Figure>> series, Function<Figure, Number> number) {
        List<Number> values = new ArrayList<>(); // may hold null: a day without a value is a gap
        series.values().forEach(figures -> values.add(number.apply(figures.get(metric))));
        return values;
    }

    private static Number number(Figure figure) {
        if (figure == null) {
            return null;
        }
        return switch (figure.metric().kind()) {
            case COUNT, FLOW -> figure.n();
            case DURATION ->
                figure.business() == null ? null : figure.business().median().toMinutes() / 60.0;
            case SHARE -> figure.share() == null ? null : Math.round(figure.share() * 1000) / 10.0;
        };
    }

    private static String colour(List<Metric> metrics, Metric metric) {
        return COLOURS.get(metrics.indexOf(metric) % COLOURS.size());
    }

    private <T extends software.xdev.chartjs.model.options.Options<T, ?>> T dress(T options, Number top) {
        boolean rtl = "rtl".equals(viewer.getDirection());
        LinearScaleOptions y = new LinearScaleOptions()
                .setBeginAtZero(true)
                .setPosition(rtl ? "right" : "left")
                .setGrid(new GridLineConfiguration().setColor(GRID))
                .setTicks(new LinearTickOptions().setColor(QUIET).setFont(font()));
        if (top != null) {
            y.setMax(top);
        }
        CategoryScaleOptions x = new CategoryScaleOptions()
                .setReverse(rtl) // time runs in reading direction
                .setGrid(new GridLineConfiguration().setDisplay(false))
                .setTicks(new CategoryTickOptions()
                        .setColor(QUIET)
                        .setFont(font())
                        .setMaxTicksLimit(7)
                        .setMaxRotation(0));
        return options.setResponsive(true)
                .setMaintainAspectRatio(false)
                .setAnimation(false)
                .setScales(new Scales().addScale(Scales.ScaleAxis.Y, y).addScale(Scales.ScaleAxis.X, x))
                .setPlugins(new Plugins()
                        .setLegend(new LegendOptions()
                                .setPosition("bottom")
                                .setRtl(rtl)
                                .setLabels(new LegendOptions.Labels()
                                        .setColor(QUIET)
                                        .setFont(font())
                                        .setUsePointStyle(true)
                                        .setBoxWidth(8)
                                        .setBoxHeight(8)
                                        .setPadding(16))));
    }
}
