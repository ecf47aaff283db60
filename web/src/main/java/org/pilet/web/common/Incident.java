package org.pilet.web.common;

import java.security.SecureRandom;
import java.util.Locale;

/** A short name for one fault: the log line and the user's page carry the same. */
public record Incident(String id) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Incident next() {
        return new Incident(Long.toString(
                        RANDOM.nextLong(36L * 36 * 36 * 36 * 36 * 36, Long.MAX_VALUE) % 2_176_782_336L + 2_176_782_336L,
                        36)
                .substring(1)
                .toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return id;
    }
}
