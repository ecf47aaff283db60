package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;

/**
 * Opens and changes tickets. Every method is one transaction that locks the ticket, writes its history and fires its
 * event. Instants are UTC. Customers reach this door only through the conversation.
 */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Tickets {

    /** What people say on a ticket. */
    private static final Set<String> WORDS = Set.of("REPLY_SENT", "NOTE_ADDED");

    @EJB
    private Access access;

    @Inject
    private TicketStore store;

    @Inject
    private TicketReader reader;

    @Inject
    private QueueStore queues;

    @Inject
    private TicketEditor editor;

    @Inject
    private TicketHistory history;

    @Inject
    private TicketWork work;

    @Inject
    private Clock clock;

    @Inject
    private Event<TicketOpened> opened;

    /** Opens a ticket that says nothing yet; refused as {@link #open(OpenTicket, Consumer)} is. */
    public TicketRef open(OpenTicket asked) {
        return open(asked, silent -> {});
    }

    /**
     * Opens a ticket in status NEW. Customers may open only for themselves. Refused with {@link NotFound} when queue,
     * category or requester is unknown, {@link Forbidden} when staff may not work the queue.
     *
     * @param firstWords puts the first message on the ticket; only then others hear that it is there
     */
    public TicketRef open(OpenTicket asked, Consumer<TicketRef> firstWords) {
        Instant now = clock.now();
        Ticket ticket = add(asked, now);
        firstWords.accept(work.ref(ticket));
        opened.fire(new TicketOpened(
                ticket.id(),
                ticket.number(),
                now,
                ticket.queueId(),
                ticket.categoryId(),
                ticket.priority(),
                ticket.type(),
                ticket.channel(),
                ticket.requesterId(),
                ticket.organisationId(),
                ticket.language(),
                ticket.isCreatedByAgent()));
        return work.ref(ticket);
    }

    /**
     * Enters a ticket of the past: opened and closed at {@code at}. No event is fired, so no time limit runs for it, no rule
     * looks at it and nobody is told. Refused as {@link #open} is.
     */
    @RolesAllowed(Roles.SYSTEM)
    public TicketRef archive(OpenTicket asked, Instant at) {
        Ticket ticket = add(asked, at);
        ticket.archived(at);
        store.flush();
        return work.ref(ticket);
    }

    private Ticket add(OpenTicket asked, Instant now) {
        QueueView queue = queues.find(asked.queueId())
                .filter(QueueView::active)
                .orElseThrow(() -> new NotFound("queue", asked.queueId()));
        Caller caller = access.me();
        requireMayOpen(caller, asked, queue);
        TicketReader.Requester requester =
                reader.requester(asked.requesterId()).orElseThrow(() -> new NotFound("person", asked.requesterId()));
        if (asked.categoryId() != null && !store.exists("category", asked.categoryId())) {
            throw new NotFound("category", asked.categoryId());
        }
        String language = asked.language() == null ? requester.language() : asked.language();
        Ticket ticket = new Ticket(store.nextNumber(), asked, queue, language, requester.organisationId(), now);
        editor.prioritise(ticket);
        store.add(ticket);
        history.record(
                ticket,
                Author.of(caller, asked.cause()),
                now,
                "OPENED",
                null,
                ticket.status().name());
        return ticket;
    }

    /**
     * Applies the changes in order, all or none. {@code expectedVersion} is the version the caller saw, or null to
     * overwrite knowingly: refused with {@link TicketChangedMeanwhile} when one of the same fields has changed since, with
     * {@link TicketLocked} when a colleague keeps the ticket for themselves, and to people with {@link TicketClosed} when it
     * is closed, unless the first change reopens it.
     *
     * @param cause for automation: which rule or clock; null for people
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public TicketRef change(long ticketId, Integer expectedVersion, List<TicketChange> changes, String cause) {
        Caller caller = access.me();
        return work.change(caller, Author.of(caller, cause), ticketId, expectedVersion, changes);
    }

    /**
     * For the conversation: as {@link #change}, along with a note; whoever is told of the changes reads it.
     *
     * @param noteId the note, on the same ticket, or null
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public TicketRef changeWith(Long noteId, long ticketId, Integer expectedVersion, List<TicketChange> changes) {
        Caller caller = access.me();
        return work.change(caller, Author.of(caller, null).writing(noteId), ticketId, expectedVersion, changes);
    }

    /** As {@link #change}, in the name of somebody who has ordered it earlier, by their rights of now. */
    @RolesAllowed(Roles.SYSTEM)
    public TicketRef changeFor(
            long personId, long ticketId, Integer expectedVersion, List<TicketChange> changes, String cause) {
        Caller caller = access.person(personId);
        return work.change(caller, Author.of(caller, cause), ticketId, expectedVersion, changes);
    }

    /**
     * For the conversation: somebody has said something. Records the line of history and, when {@code next} is given
     * and differs, changes the status in the same transaction (features A3.3). With {@code response} the ticket counts
     * as answered for the first time now. Refused to people with {@link TicketClosed} when it is closed, but for what takes
     * words out of it.
     *
     * @param kind MESSAGE_RECEIVED, REPLY_SENT or NOTE_ADDED; WORDS_REDACTED or FILE_REDACTED
     * @param value the message's id; why something was taken out of one
     */
    public TicketRef spoken(long ticketId, String kind, String value, TicketChange.SetStatus next, boolean response) {
        Caller caller = access.me();
        if (kind.equals("REPLY_SENT")) {
            work.requireFree(caller, ticketId); // colleagues may still leave notes
            work.requireTurn(caller, ticketId);
        }
        return spokenBy(caller, ticketId, kind, value, next, response);
    }

    /** For the conversation: something was said at {@code at}, long ago; the ticket stays as it is. */
    @RolesAllowed(Roles.SYSTEM)
    public TicketRef spokenLongAgo(long ticketId, String value, Instant at) {
        Ticket ticket = store.lock(ticketId);
        history.record(ticket, Author.of(access.me(), null), at, "MESSAGE_RECEIVED", null, value);
        return work.ref(ticket);
    }

    /** As {@link #spoken}, in the name of somebody who has ordered it earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public TicketRef spokenFor(
            long personId, long ticketId, String kind, String value, TicketChange.SetStatus next, boolean response) {
        return spokenBy(access.person(personId), ticketId, kind, value, next, response);
    }

    private TicketRef spokenBy(
            Caller caller, long ticketId, String kind, String value, TicketChange.SetStatus next, boolean response) {
        Ticket ticket = store.lock(ticketId);
        boolean needsWork = !kind.equals("MESSAGE_RECEIVED");
        caller.require(needsWork ? Permission.WORK : Permission.WRITE, TicketWork.scope(ticket));
        if (WORDS.contains(kind)) {
            TicketWork.requireWorkable(caller, ticket);
        }
        Author author = Author.of(caller, null);
        Instant now = clock.now();
        ticket.touched(now);
        if (response) {
            ticket.responded(now);
        }
        history.record(ticket, author, now, kind, null, value);
        if (next != null) {
            editor.status(ticket, next.status(), next.reason(), next.wakeUpAt(), author, now);
        }
        return work.ref(ticket);
    }

    /** For other rooms: adds lines of their own to the history, such as SLA_BREACHED. */
    @RolesAllowed(Roles.SYSTEM)
    public void recordAs(long ticketId, List<HistoryLine> lines) {
        Ticket ticket = store.lock(ticketId);
        Caller caller = access.me();
        lines.forEach(line -> history.record(
                ticket, Author.of(caller, line.cause()), line.at(), line.kind(), line.oldValue(), line.newValue()));
    }

    /**
     * For other rooms: adds a line on what the caller has done on the ticket besides its fields, such as TASK_DONE. Refused
     * with {@link TicketClosed}.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void recordWork(long ticketId, String kind, String oldValue, String newValue) {
        Ticket ticket = store.lock(ticketId);
        Caller caller = access.require(Permission.WORK, TicketWork.scope(ticket));
        TicketWork.requireWorkable(caller, ticket);
        history.record(ticket, Author.of(caller, null), clock.now(), kind, oldValue, newValue);
    }

    /**
     * For the conversation: takes words out of the subject and the reason of the status for good, and out of what the history
     * repeats of subjects and tasks. No line of history tells the old words; that something was taken out, the conversation
     * tells. {@code blackened} leaves null as it is.
     */
    @RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public void redact(long ticketId, UnaryOperator<String> blackened) {
        Ticket ticket = store.lock(ticketId);
        access.require(Permission.WORK, TicketWork.scope(ticket));
        String subject = blackened.apply(ticket.subject());
        String reason = blackened.apply(ticket.statusReason());
        if (!subject.equals(ticket.subject()) || !Objects.equals(reason, ticket.statusReason())) {
            ticket.rename(subject);
            ticket.explain(reason);
            ticket.touched(clock.now());
        }
        store.flush();
        for (TicketStore.Wording line : store.wordsBefore(ticketId)) {
            TicketStore.Wording black =
                    new TicketStore.Wording(line.id(), blackened.apply(line.before()), blackened.apply(line.after()));
            if (!black.equals(line)) {
                store.reword(black);
            }
        }
    }

    /** Confirms (CLOSED) or reopens (OPEN) a resolved ticket; what customers may decide themselves (A3.8). */
    public TicketRef decide(long ticketId, boolean solved) {
        Ticket ticket = store.lock(ticketId);
        Caller caller = access.require(Permission.WRITE, TicketWork.scope(ticket));
        if (ticket.status() != Status.RESOLVED) {
            throw new TransitionRefused(ticket.status(), solved ? Status.CLOSED : Status.OPEN);
        }
        editor.status(ticket, solved ? Status.CLOSED : Status.OPEN, null, null, Author.of(caller, null), clock.now());
        return work.ref(ticket);
    }

    /** Notes that the caller has it in front of them: it is read, and for staff the first time is history. */
    public void viewed(long ticketId) {
        TicketScope scope = reader.scope(ticketId);
        Caller caller = access.require(Permission.VIEW, scope);
        Instant now = clock.now();
        if (caller.personId() != null) {
            store.seen(ticketId, caller.personId(), now);
        }
        if (caller.mayWork(scope.queueId()) && !reader.wasViewed(ticketId)) {
            Ticket ticket = store.lock(ticketId);
            if (ticket.viewed(now)) {
                history.record(ticket, Author.of(caller, null), now, "VIEWED", null, null);
            }
        }
    }

    /** Links two tickets; kind RELATED, FOLLOW_UP_OF, DUPLICATE_OF or CHILD_OF. */
    public void link(long fromId, long toId, String kind) {
        access.require(Permission.WRITE, reader.scope(fromId));
        store.link(fromId, toId, kind);
    }

    private static void requireMayOpen(Caller caller, OpenTicket asked, QueueView queue) {
        boolean own = caller.personId() != null && caller.personId() == asked.requesterId();
        if (caller.onlyTicketId() != null || !caller.isStaff() && !own) {
            throw new NotFound("person", asked.requesterId());
        }
        if (caller.isStaff() && !own && !caller.mayWork(queue.id())) {
            throw new Forbidden(Permission.WORK, queue.name());
        }
    }
}
