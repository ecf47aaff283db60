package org.pilet.web.api;

/**
 * A task to be added or replaced.
 *
 * @param startAt an instant
 * @param dueAt an instant
 * @param done whether it is ticked off
 * @param version of the one that is replaced, as it was read
 */
public record TaskBody(
        String checklist,
        String title,
        Long assigneeId,
        String startAt,
        String dueAt,
        Boolean required,
        Boolean done,
        Integer version) {}
