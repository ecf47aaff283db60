package org.pilet.reporting;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All figures of a day.
 *
 * @param until how far they reach: the end of the day, or now
 * @param computedAt when they were
 * @param gaps where the backlog's identity does not hold, in sentences; normally empty
 * @param figures by dimension, key and metric
 */
public record DayFigures(
        LocalDate day, ZoneId zone, Instant until, Instant computedAt, List<String> gaps, List<NamedFigure> figures)
        implements Serializable {

    public List<NamedFigure> of(Dimension dimension) {
        return figures.stream()
                .filter(named -> named.figure().dimension() == dimension)
                .toList();
    }

    /** Of everything together. */
    public Optional<Figure> total(Metric metric) {
        return of(Dimension.ALL).stream()
                .map(NamedFigure::figure)
                .filter(figure -> figure.metric() == metric)
                .findFirst();
    }
}
