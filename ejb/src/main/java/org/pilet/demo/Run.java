package org.pilet.demo;

import java.time.Instant;

/**
 * One order for tickets.
 *
 * @param until nothing happens in it later than this
 * @param firstSerial of the ticket numbers reserved for it, so that numbers rise with time whatever is played first
 */
record Run(long id, long seed, int tickets, int days, Instant until, long firstSerial) {

    Plot plot(Stage stage) {
        return new Plot(stage, until, new Arrivals(until, days, tickets), seed);
    }
}
