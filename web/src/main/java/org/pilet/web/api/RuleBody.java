package org.pilet.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/** A rule to be made, replaced or tried. */
public record RuleBody(
        Long groupId,
        Integer position,
        String name,
        Boolean active,
        List<Long> queueIds,
        JsonObject trigger,
        JsonObject conditions,
        JsonArray actions,
        Integer version) {}
