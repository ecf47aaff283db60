package org.pilet.web.api;

import jakarta.json.JsonArray;

/** A macro to be made or replaced. */
public record MacroBody(String name, Integer position, Long queueId, JsonArray actions, Boolean active) {}
