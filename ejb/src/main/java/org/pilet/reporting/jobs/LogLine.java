package org.pilet.reporting.jobs;

import java.io.Serializable;
import java.time.Instant;

/**
 * What an execution said.
 *
 * @param step null when it concerns the job as a whole
 */
public record LogLine(long executionId, Instant at, Level level, String step, String said) implements Serializable {

    /** How much it matters. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
