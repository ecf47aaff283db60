package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;

/**
 * Takes changes of tickets back for whoever has made them, where nobody has changed the same since. Each is a change of its
 * own, which locks the ticket, writes its history and fires its event.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class TakeBacks {

    @EJB
    private Access access;

    @Inject
    private TicketStore store;

    @Inject
    private TicketReader reader;

    @Inject
    private TicketEditor editor;

    @Inject
    private TicketWork work;

    @Inject
    private Clock clock;

    /**
     * Makes the change that takes one of the caller's own back. Refused as {@link Tickets#change} is, and with {@link
     * TicketChangedMeanwhile} when somebody else has changed the same since: of tags and participants the same one, of all
     * else the same field. What the caller has changed themselves is theirs to take back, in the order they like.
     *
     * @param version what the change to be taken back has left behind
     */
    public TicketRef takeBack(long ticketId, int version, List<TicketChange> back) {
        return takeBackBy(access.me(), ticketId, version, back, "undo");
    }

    /** As {@link #takeBack(long, int, List)}, in the name of somebody who has ordered it earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public TicketRef takeBackFor(long personId, long ticketId, int version, List<TicketChange> back, String cause) {
        return takeBackBy(access.person(personId), ticketId, version, back, cause);
    }

    private TicketRef takeBackBy(Caller caller, long ticketId, int version, List<TicketChange> back, String cause) {
        Ticket ticket = store.lock(ticketId);
        caller.require(Permission.WORK, TicketWork.scope(ticket));
        List<TicketEventView> meanwhile = reader.eventsSince(ticketId, version).stream()
                .filter(event -> !caller.personId().equals(event.actorId()))
                .filter(event -> back.stream().anyMatch(change -> change.contradicts(event)))
                .toList();
        if (!meanwhile.isEmpty()) {
            throw new TicketChangedMeanwhile(meanwhile);
        }
        return work.change(caller, Author.of(caller, cause), ticketId, null, back);
    }

    /**
     * Takes back the caller's own change of status, the last one made, whatever may follow that status otherwise. Refused
     * with {@link TransitionRefused} when somebody has changed the status since, or it was not the caller.
     */
    public TicketRef takeBack(long ticketId, StatusBefore before) {
        return takeBackBy(access.me(), ticketId, before);
    }

    /** As {@link #takeBack}, in the name of somebody who has ordered it earlier, by their rights of now. */
    @RolesAllowed(Roles.SYSTEM)
    public TicketRef takeBackFor(long personId, long ticketId, StatusBefore before) {
        return takeBackBy(access.person(personId), ticketId, before);
    }

    private TicketRef takeBackBy(Caller caller, long ticketId, StatusBefore before) {
        Ticket ticket = store.lock(ticketId);
        caller.require(Permission.WORK, TicketWork.scope(ticket));
        work.requireFree(caller, ticketId);
        boolean theirs = reader.lastStatusChange(ticketId)
                .filter(event -> caller.personId().equals(event.actorId()))
                .filter(event -> before.status().name().equals(event.oldValue()))
                .filter(event -> before.became().name().equals(event.newValue()))
                .isPresent();
        if (!theirs || ticket.status() != before.became() || before.became() == Status.MERGED) {
            throw new TransitionRefused(ticket.status(), before.status());
        }
        editor.restore(ticket, before, Author.of(caller, "undo"), clock.now());
        return work.ref(ticket);
    }

    /**
     * Takes back the caller's own move, the last one made, and gives the ticket back to whom the move took it from; also
     * from a queue that they may not work. Refused with {@link TicketChangedMeanwhile} when somebody has moved it or given
     * it to somebody else since, or it was not the caller.
     */
    public TicketRef takeBack(long ticketId, QueueBefore before) {
        return takeBack(ticketId, before, null);
    }

    /**
     * As {@link #takeBack(long, QueueBefore)}, of a move that also gave the ticket to somebody.
     *
     * @param givenTo who became its owner then; while they still are, whoever was before becomes it again
     */
    public TicketRef takeBack(long ticketId, QueueBefore before, Long givenTo) {
        return takeBackBy(access.me(), ticketId, before, givenTo);
    }

    /** As {@link #takeBack(long, QueueBefore)}, in the name of somebody who has ordered it earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public TicketRef takeBackFor(long personId, long ticketId, QueueBefore before) {
        return takeBackFor(personId, ticketId, before, null);
    }

    /** As {@link #takeBack(long, QueueBefore, Long)}, in the name of somebody who has ordered it earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public TicketRef takeBackFor(long personId, long ticketId, QueueBefore before, Long givenTo) {
        return takeBackBy(access.person(personId), ticketId, before, givenTo);
    }

    private TicketRef takeBackBy(Caller caller, long ticketId, QueueBefore before, Long givenTo) {
        Ticket ticket = store.lock(ticketId);
        if (!caller.mayWork(before.queueId())) {
            throw new NotFound("ticket", ticketId);
        }
        work.requireFree(caller, ticketId);
        TicketWork.requireWorkable(caller, ticket);
        List<TicketEventView> meanwhile = reader.sinceMove(ticketId, caller.personId(), before);
        if (!meanwhile.isEmpty()) {
            throw new TicketChangedMeanwhile(meanwhile);
        }
        Author author = Author.of(caller, "undo");
        Instant now = clock.now();
        boolean given = givenTo != null && givenTo.equals(ticket.ownerId());
        editor.apply(ticket, new TicketChange.Move(before.queueId()), author, now);
        boolean dropped = ticket.ownerId() == null && before.ownerId() != null;
        boolean mayHaveIt = before.ownerId() == null || store.mayWork(before.ownerId(), before.queueId());
        if ((given || dropped) && mayHaveIt) {
            editor.apply(ticket, new TicketChange.Assign(before.ownerId()), author, now);
        }
        return work.ref(ticket);
    }
}
