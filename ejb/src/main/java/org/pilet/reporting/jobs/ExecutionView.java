package org.pilet.reporting.jobs;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One run of a job. Restarting makes another execution of the same instance.
 *
 * @param endedAt null while it runs
 * @param progress done of expected over all its steps, between 0 and 1; null when the steps do not tell
 */
public record ExecutionView(
        long id,
        long instanceId,
        String job,
        State state,
        Instant startedAt,
        Instant endedAt,
        Map<String, String> parameters,
        Double progress)
        implements Serializable {

    /** How an execution stands. */
    public enum State {
        STARTING,
        STARTED,
        STOPPING,
        STOPPED,
        FAILED,
        COMPLETED,
        ABANDONED,
        /** Its server died; it may be restarted. */
        LOST
    }

    public boolean isRunning() {
        return state == State.STARTING || state == State.STARTED || state == State.STOPPING;
    }

    public boolean isRestartable() {
        return state == State.STOPPED || state == State.FAILED || state == State.LOST;
    }

    public boolean isAbandonable() {
        return state == State.STOPPED || state == State.FAILED;
    }

    /** Null while it runs. */
    public Duration took() {
        return endedAt == null ? null : Duration.between(startedAt, endedAt);
    }
}
