package org.pilet.automation.routing;

import java.io.Serializable;
import java.time.Instant;

/**
 * A pause, or time out of office.
 *
 * @param untilAt null while nobody knows
 * @param replacementId who is given what the absent one could have been given; null: nobody
 */
public record Absence(
        long id,
        long personId,
        String personName,
        Kind kind,
        Instant fromAt,
        Instant untilAt,
        Long replacementId,
        String replacementName,
        String reason)
        implements Serializable {

    /** Of which sort. */
    public enum Kind {
        PAUSE,
        OUT_OF_OFFICE
    }
}
