package org.pilet.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The only source of "now" in the house, so that tests can set it and every node rounds alike. */
@ApplicationScoped
public class Clock {

    /** The current instant in whole microseconds, which is what PostgreSQL keeps. */
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
