package org.pilet.search;

import java.time.Instant;
import java.util.List;

/**
 * How far a gesture on many tickets is.
 *
 * @param undoOf the gesture that it takes back, or null
 * @param unchanged those that were so already, or (taking back) have been changed by somebody since
 * @param refused the first few tickets that it could not be done on, and why
 * @param undoable whether it can be taken back now
 */
public record BulkProgress(
        long id,
        BulkField field,
        String value,
        Long undoOf,
        int total,
        int done,
        int unchanged,
        int failed,
        List<BulkRefusal> refused,
        Instant startedAt,
        Instant finishedAt,
        boolean undoable) {}
