package org.pilet.reporting;

import java.time.Duration;

/**
 * What one ticket adds to one metric. Facts are all that figures are made of, so every figure can name its tickets.
 *
 * @param dimension the only dimension this counts for, null when it counts for all
 * @param calendar null unless the metric is a duration that was counted
 * @param business as calendar, in open hours
 */
record Fact(
        long ticketId,
        Metric metric,
        Dimension dimension,
        Place place,
        Outcome outcome,
        Duration calendar,
        Duration business) {

    enum Outcome {
        COUNTED,
        /** Counted, and the good case of a share. */
        HIT,
        /** Not in n; shown beside it. */
        EXCLUDED
    }

    boolean countsFor(Dimension asked) {
        boolean promised = asked != Dimension.AGREEMENT || place.policyId() != null;
        return promised && (dimension == null || dimension == asked);
    }

    Fact excluded() {
        return new Fact(ticketId, metric, dimension, place, Outcome.EXCLUDED, null, null);
    }
}
