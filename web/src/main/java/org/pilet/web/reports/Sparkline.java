package org.pilet.web.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.pilet.reporting.jobs.ExecutionView;

/** Durations of executions, and other numbers in their order, as a small line. */
@ApplicationScoped
class Sparkline {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 2;

    /** The points of an SVG polyline, oldest first; empty when fewer than two have ended. */
    String points(List<ExecutionView> newestFirst) {
        List<Duration> took = new ArrayList<>(newestFirst.stream()
                .map(ExecutionView::took)
                .filter(Objects::nonNull)
                .toList());
        Collections.reverse(took);
        return line(took.stream().map(Duration::toMillis).toList());
    }

    /** The points for these numbers in their order; empty when they are fewer than two. */
    String line(List<Long> numbers) {
        if (numbers.size() < 2) {
            return "";
        }
        double most =
                Math.max(1, numbers.stream().mapToLong(Long::longValue).max().orElse(1));
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            double x = MARGIN + i * (WIDTH - 2 * MARGIN) / (numbers.size() - 1);
            double y = HEIGHT - MARGIN - numbers.get(i) / most * (HEIGHT - 2 * MARGIN);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return points.toString().trim();
    }
}
