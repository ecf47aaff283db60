package org.pilet.conversation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketFinder;

/** Solves a ticket together with the one that it repeats: its own customer hears so, in their language. */
@Dependent
class SolvedDuplicates implements OutboxHandler {

    @EJB
    private Conversations conversations;

    @EJB
    private CannedResponses responses;

    @EJB
    private TicketFinder finder;

    @Inject
    private DuplicateStore store;

    @Override
    public String kind() {
        return DuplicateWatch.KIND;
    }

    /** The answer's own mail is another entry, so all of this is in the database. */
    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void deliver(OutboxItem item) {
        String[] ids = item.payload().split(":");
        long duplicate = Long.parseLong(ids[0]);
        Optional<Long> words = store.words();
        boolean stands = store.isSolvedWith(duplicate, Long.parseLong(ids[1]))
                && finder.view(duplicate).status().isOpen();
        if (!stands || words.isEmpty()) {
            return;
        }
        String html = responses.ready(words.get(), duplicate);
        conversations.reply(Reply.of(duplicate, html).bringing(Status.RESOLVED));
    }
}
