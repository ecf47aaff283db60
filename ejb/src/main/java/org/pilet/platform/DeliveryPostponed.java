package org.pilet.platform;

import java.time.Instant;

/** Now is not the time, through no fault of this entry: it is tried then, and this does not count as an attempt. */
public class DeliveryPostponed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    public DeliveryPostponed(String reason, Instant until, Throwable cause) {
        super(reason, cause);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
