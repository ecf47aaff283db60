package org.pilet.reporting.jobs;

import java.io.Serializable;
import java.time.Instant;

/**
 * One step of an execution.
 *
 * @param done of {@code total}, as the step itself tells; both 0 when it does not
 */
public record StepView(
        String name,
        String state,
        Instant startedAt,
        Instant endedAt,
        long read,
        long written,
        long committed,
        long filtered,
        long skipped,
        long rolledBack,
        long done,
        long total)
        implements Serializable {}
