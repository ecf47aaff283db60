package org.pilet.demo;

import java.time.Instant;

/** What happens to each ticket from its first word to {@code until}: the same for the same seed and place. */
final class Plot {

    private final Stage stage;
    private final Instant until;
    private final Arrivals arrivals;
    private final long seed;

    Plot(Stage stage, Instant until, Arrivals arrivals, long seed) {
        this.stage = stage;
        this.until = until;
        this.arrivals = arrivals;
        this.seed = seed;
    }

    PlayedTicket play(int place) {
        return new Scene(stage, until, arrivals, place, new Dice(seed, place)).run();
    }
}
