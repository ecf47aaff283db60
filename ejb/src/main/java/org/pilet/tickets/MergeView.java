package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/**
 * One ticket that was merged into another.
 *
 * @param undoable whether it is recent enough to be undone; something else may still contradict
 */
public record MergeView(
        long id,
        long sourceId,
        String sourceNumber,
        String sourceSubject,
        long targetId,
        String targetNumber,
        Instant at,
        boolean undoable)
        implements Serializable {}
