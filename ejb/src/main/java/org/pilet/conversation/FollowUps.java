package org.pilet.conversation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pilet.conversation.FollowUpPolicy.Course;
import org.pilet.people.People;
import org.pilet.platform.Clock;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketView;

/** Which course somebody's words take on a ticket: by its queue's policy where it is done, and by what they say. */
@Dependent
class FollowUps {

    @Inject
    private FollowUpStore store;

    @EJB
    private People people;

    @Inject
    private Clock clock;

    /** Of words that say more than thanks. */
    Course course(TicketView ticket) {
        boolean closed = ticket.status() == Status.CLOSED;
        if (!closed && ticket.status() != Status.RESOLVED) {
            return Course.CONTINUE;
        }
        return store.of(ticket.queueId())
                .course(closed, ticket.resolvedAt() == null ? ticket.closedAt() : ticket.resolvedAt(), clock.now());
    }

    Course course(TicketView ticket, IncomingMessage said) {
        if (said.automatic()) {
            return Course.CONTINUE; // a machine's answer neither reopens a ticket nor opens another
        }
        return onlyThanks(ticket, said) ? Course.STAY : course(ticket);
    }

    /** Whether these words leave the ticket, which is done, as it is. */
    boolean onlyThanks(TicketView ticket, IncomingMessage said) {
        boolean done = ticket.status() == Status.RESOLVED || ticket.status() == Status.CLOSED;
        return done
                && !said.automatic()
                && said.attachments().stream().allMatch(NewAttachment::inline)
                && !store.of(ticket.queueId()).thanksReopen()
                && Thanks.only(Words.of(said.text(), said.html()).text(), names(ticket, said));
    }

    private List<String> names(TicketView ticket, IncomingMessage said) {
        String author = people.names(List.of(said.authorId())).get(said.authorId());
        return Stream.of(author, ticket.requesterName(), ticket.ownerName())
                .filter(Objects::nonNull)
                .toList();
    }
}
