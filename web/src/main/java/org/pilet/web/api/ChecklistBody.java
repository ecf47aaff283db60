package org.pilet.web.api;

import java.util.List;

/**
 * A template of tasks to be kept or replaced.
 *
 * @param version of the one that is replaced, as it was read
 */
public record ChecklistBody(String name, List<String> items, Boolean required, Integer version) {}
