package org.pilet.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.reporting.Fact.Outcome;

/**
 * Adds facts up to figures, in whatever order they come. For everything together each metric gets a figure even when
 * nothing happened; other keys get those that something happened for.
 */
final class FigureSum {

    private final Map<Dimension, Map<String, Map<Metric, Tally>>> tallies = new EnumMap<>(Dimension.class);

    FigureSum() {
        for (Metric metric : Metric.values()) {
            tally(Dimension.ALL, "all", metric);
        }
    }

    void add(Fact fact) {
        for (Dimension dimension : Dimension.values()) {
            if (fact.countsFor(dimension)) {
                tally(dimension, dimension.keyOf(fact.place()), fact.metric()).add(fact);
            }
        }
    }

    /** By dimension, key and metric in order. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        tallies.forEach((dimension, keys) -> keys.forEach((key, metrics) ->
                metrics.forEach((metric, tally) -> figures.add(tally.figure(dimension, key, metric)))));
        return figures;
    }

    private Tally tally(Dimension dimension, String key, Metric metric) {
        return tallies.computeIfAbsent(dimension, d -> new TreeMap<>())
                .computeIfAbsent(key, k -> new EnumMap<>(Metric.class))
                .computeIfAbsent(metric, m -> new Tally());
    }

    private static final class Tally {
        private long n;
        private long hits;
        private long excluded;
        private long[] calendar = new long[0];
        private long[] business = new long[0];
        private int durations;

        void add(Fact fact) {
            if (fact.outcome() == Outcome.EXCLUDED) {
                excluded++;
                return;
            }
            n++;
            if (fact.outcome() == Outcome.HIT) {
                hits++;
            }
            if (fact.calendar() != null) {
                grow();
                calendar[durations] = Distribution.micros(fact.calendar());
                business[durations++] = Distribution.micros(fact.business());
            }
        }

        private void grow() {
            if (durations == calendar.length) {
                int size = Math.max(16, durations * 2);
                calendar = Arrays.copyOf(calendar, size);
                business = Arrays.copyOf(business, size);
            }
        }

        Figure figure(Dimension dimension, String key, Metric metric) {
            return new Figure(
                    dimension,
                    key,
                    metric,
                    n,
                    hits,
                    excluded,
                    Distribution.of(calendar, durations),
                    Distribution.of(business, durations));
        }
    }
}
