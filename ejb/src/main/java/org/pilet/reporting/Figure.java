package org.pilet.reporting;

import java.io.Serializable;

/**
 * One number of a report, with what it rests on.
 *
 * @param key of the dimension: an id, a constant's name, {@code all} or {@link Dimension#NONE}
 * @param n how many were counted
 * @param hits of a share, the good cases; otherwise 0
 * @param excluded how many were left out, by the metric's definition
 * @param calendar durations on the wall clock, null unless the metric is a duration and n is not 0
 * @param business durations in open hours, as above
 */
public record Figure(
        Dimension dimension,
        String key,
        Metric metric,
        long n,
        long hits,
        long excluded,
        Distribution calendar,
        Distribution business)
        implements Serializable {

    /** Hits of n between 0 and 1; null when nothing was decided. */
    public Double share() {
        return metric.kind() == Metric.Kind.SHARE && n > 0 ? (double) hits / n : null;
    }
}
