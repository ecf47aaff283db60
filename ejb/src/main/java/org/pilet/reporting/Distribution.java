package org.pilet.reporting;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;

/**
 * Durations in three numbers. Median and 90th percentile are by nearest rank, so each is the duration of a real ticket
 * and never something between two.
 */
public record Distribution(Duration median, Duration p90, Duration mean) implements Serializable {

    /** Null when there is nothing to distribute. */
    static Distribution of(long[] micros, int count) {
        if (count == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        long sum = 0;
        for (long value : sorted) {
            sum = Math.addExact(sum, value);
        }
        return new Distribution(
                duration(rank(sorted, 50)),
                duration(rank(sorted, 90)),
                duration(Math.floorDiv(sum + count / 2, count)));
    }

    static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
    }

    static Duration duration(long micros) {
        return Duration.ofSeconds(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    private static long rank(long[] sorted, int percent) {
        int rank = (int) (((long) sorted.length * percent + 99) / 100);
        return sorted[rank - 1];
    }
}
