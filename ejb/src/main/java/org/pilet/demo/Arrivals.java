package org.pilet.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When the tickets of a run come in: in order of their places, more on working mornings than at night. Each place can be
 * computed by itself, so that parts of a run can be played apart and in any order.
 */
final class Arrivals {

    private static final double MICROS_PER_HOUR = Duration.ofHours(1).toNanos() / 1000.0;

    private final Instant start;
    private final int count;
    private final double[] upTo;

    Arrivals(Instant until, int days, int count) {
        this.start = until.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        this.count = count;
        this.upTo = new double[(int) ChronoUnit.HOURS.between(start, until)];
        double sum = 0;
        for (int hour = 0; hour < upTo.length; hour++) {
            sum += OfficeTime.writing(start.plus(hour, ChronoUnit.HOURS));
            upTo[hour] = sum;
        }
    }

    /** {@code jitter} from 0 up to 1 places it within its share of the time. */
    Instant at(int place, double jitter) {
        double wanted = upTo[upTo.length - 1] * (place + jitter) / count;
        int hour = java.util.Arrays.binarySearch(upTo, wanted);
        hour = Math.min(hour < 0 ? -hour - 1 : hour + 1, upTo.length - 1);
        double before = hour == 0 ? 0 : upTo[hour - 1];
        double within = (wanted - before) / (upTo[hour] - before);
        return start.plus(hour, ChronoUnit.HOURS).plus((long) (within * MICROS_PER_HOUR), ChronoUnit.MICROS);
    }
}
