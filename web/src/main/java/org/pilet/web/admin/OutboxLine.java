package org.pilet.web.admin;

import java.io.Serializable;
import java.time.Instant;
import org.pilet.platform.OutboxItem;

/** An outbox entry without its content, which may hold links that are meant for one reader. */
public record OutboxLine(
        long id,
        String kind,
        String dedupKey,
        String cause,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        String lastError)
        implements Serializable {

    static OutboxLine of(OutboxItem item) {
        return new OutboxLine(
                item.id(),
                item.kind(),
                item.dedupKey(),
                item.cause(),
                item.attempts(),
                item.createdAt(),
                item.dueAt(),
                item.lastError());
    }
}
