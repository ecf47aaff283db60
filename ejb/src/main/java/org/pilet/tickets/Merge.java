package org.pilet.tickets;

import java.time.Instant;
import java.util.List;

/** What a merge did. */
record Merge(
        long id,
        long sourceId,
        long targetId,
        Instant at,
        Status sourceStatus,
        String sourceReason,
        Instant sourceWakeUp,
        List<String> addedTags,
        List<Long> addedPeople,
        boolean undone) {}
