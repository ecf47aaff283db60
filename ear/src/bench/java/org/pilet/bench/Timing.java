package org.pilet.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** Does the same again and again and tells how long it took. */
final class Timing {

    private Timing() {}

    /** In milliseconds; not a number where nothing was measured. */
    record Times(double median, double p95) {

        static Times of(List<Double> millis) {
            if (millis.isEmpty()) {
                return new Times(Double.NaN, Double.NaN);
            }
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new Times(sorted[sorted.length / 2], sorted[sorted.length * 95 / 100]);
        }
    }

    /** The first rounds warm up and are not counted. */
    static Times of(int warming, int rounds, Callable<?> action) {
        double[] millis = new double[rounds];
        for (int round = -warming; round < rounds; round++) {
            long start = System.nanoTime();
            try {
                action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            millis[Math.max(round, 0)] = (System.nanoTime() - start) / 1e6;
        }
        return Times.of(Arrays.stream(millis).boxed().toList());
    }
}
