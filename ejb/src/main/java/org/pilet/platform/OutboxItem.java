package org.pilet.platform;

import java.time.Instant;

/**
 * What a handler is to deliver, and what the administrator sees of it.
 *
 * @param dedupKey the same for every attempt: receivers drop what they have seen
 * @param payload JSON, whose shape belongs to the kind
 * @param attempts how often it has been tried, this attempt included
 * @param dueAt when it is to be tried next
 * @param state WAITING, DONE, DEAD or CANCELLED
 */
public record OutboxItem(
        long id,
        String kind,
        String dedupKey,
        String payload,
        String cause,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        String state,
        String lastError) {}
