package org.pilet.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** A rule as the API shows it. */
public record RuleEntry(
        long id,
        long groupId,
        int position,
        String name,
        boolean active,
        Instant activeSince,
        List<Long> queueIds,
        String summary,
        JsonObject trigger,
        JsonObject conditions,
        JsonArray actions,
        int version,
        Instant changedAt) {}
