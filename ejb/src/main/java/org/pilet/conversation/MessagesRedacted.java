package org.pilet.conversation;

import java.time.Instant;
import java.util.List;
import org.pilet.platform.DomainEvent;

/** Something was taken out of these messages: whoever keeps their originals must remove them too. */
public record MessagesRedacted(List<Long> messageIds, Instant at) implements DomainEvent {

    public MessagesRedacted {
        messageIds = List.copyOf(messageIds);
    }
}
