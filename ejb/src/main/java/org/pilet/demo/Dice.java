package org.pilet.demo;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Chance that falls the same way each time for the same seed and place. */
final class Dice {

    private static final int HUNDRED = 100;
    private static final long SPREAD = 0x9E3779B97F4A7C15L; // neighbours must not resemble each other

    private final Random random;

    Dice(long seed, long place) {
        long mixed = (seed ^ (place + 1) * SPREAD) * SPREAD;
        this.random = new Random(mixed ^ mixed >>> 29);
    }

    /** True so many times in a hundred. */
    boolean percent(int share) {
        return random.nextInt(HUNDRED) < share;
    }

    /** From {@code low} up to, not including, {@code high}. */
    int between(int low, int high) {
        return low + random.nextInt(high - low);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    <T> T weighted(List<T> things, ToIntFunction<T> weight) {
        int left = random.nextInt(things.stream().mapToInt(weight).sum());
        for (T thing : things) {
            left -= weight.applyAsInt(thing);
            if (left < 0) {
                return thing;
            }
        }
        throw new IllegalStateException("weights changed while drawing");
    }

    double fraction() {
        return random.nextDouble();
    }

    /** Around {@code median}, with a long tail to the high side, as working times have. */
    double around(double median, double spread) {
        return median * Math.exp(random.nextGaussian() * spread);
    }
}
