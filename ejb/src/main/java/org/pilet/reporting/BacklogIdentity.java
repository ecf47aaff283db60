package org.pilet.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * B(end) = B(start) + created + reopened + restored + moved in − resolved − closed directly − merged − removed − moved
 * out, for every key of every dimension. A gap means that a ticket came or went without an event.
 */
final class BacklogIdentity {

    private static final List<Metric> IN =
            List.of(Metric.BACKLOG_START, Metric.CREATED, Metric.REOPENED, Metric.RESTORED, Metric.MOVED_IN);
    private static final List<Metric> OUT =
            List.of(Metric.RESOLVED, Metric.CLOSED_DIRECTLY, Metric.MERGED, Metric.REMOVED, Metric.MOVED_OUT);

    private BacklogIdentity() {}

    /** One sentence for each key where the identity does not hold. */
    static List<String> gaps(List<Figure> figures) {
        List<String> gaps = new ArrayList<>();
        Map<String, List<Figure>> byKey =
                figures.stream().collect(Collectors.groupingBy(figure -> figure.dimension() + " " + figure.key()));
        byKey.forEach((key, own) -> {
            long expected = sum(own, IN) - sum(own, OUT);
            long found = sum(own, List.of(Metric.BACKLOG_END));
            if (expected != found) {
                gaps.add("Backlog of " + key + " should be " + expected + " by its flows but is " + found);
            }
        });
        return gaps.stream().sorted().toList();
    }

    /** The backlog at the end, all together. */
    static long end(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.dimension() == Dimension.ALL && figure.metric() == Metric.BACKLOG_END)
                .mapToLong(Figure::n)
                .sum();
    }

    private static long sum(List<Figure> figures, List<Metric> metrics) {
        return figures.stream()
                .filter(figure -> metrics.contains(figure.metric()))
                .mapToLong(Figure::n)
                .sum();
    }
}
