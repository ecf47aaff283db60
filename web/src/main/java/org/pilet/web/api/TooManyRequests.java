package org.pilet.web.api;

import org.pilet.platform.Refusal;

/** The token has made more calls than the setting {@code api.requestsPerMinute} allows. */
class TooManyRequests extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyRequests(long seconds) {
        super(Kind.THROTTLED, "refusal.tooManyRequests", seconds);
    }
}
