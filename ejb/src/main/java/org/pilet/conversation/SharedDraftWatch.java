package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What was shown for review and then sent is done. */
@Dependent
class SharedDraftWatch {

    @Inject
    private SharedDraftStore store;

    void replied(@Observes ReplySent reply) {
        store.sent(reply.ticketId(), reply.authorId());
    }
}
