package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Outbox;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.tickets.Channel;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Queues;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketEventView;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/**
 * Says things on tickets. Every method is one transaction: the words, the status they bring, the history and the order
 * to deliver stand or fall together.
 */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Conversations {

    private static final Set<String> WRITTEN = Set.of("MESSAGE_RECEIVED", "REPLY_SENT", "NOTE_ADDED");

    @EJB
    private Access access;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @EJB
    private Queues queues;

    @Inject
    private FollowUps followUps;

    @Inject
    private Scribe scribe;

    @Inject
    private MessageStore store;

    @Inject
    private MailIds mailIds;

    @Inject
    private Outbox outbox;

    @Inject
    private Event<MessageReceived> received;

    @Inject
    private Event<ReplySent> replied;

    @Inject
    private Event<NoteAdded> noted;

    /** Opens a ticket with its first message. Refused as {@link Tickets#open} is, and when it says nothing at all. */
    public Received open(OpenTicket asked, IncomingMessage said) {
        Words words = wordsOf(said);
        AtomicReference<Received> first = new AtomicReference<>();
        tickets.open(asked, ticket -> first.set(add(ticket, said, words)));
        return first.get();
    }

    /** Enters words of the past as a closed ticket with their own date; see {@link Tickets#archive}. */
    @RolesAllowed(Roles.SYSTEM)
    public Received archive(OpenTicket asked, IncomingMessage said, Instant at) {
        TicketRef ticket = tickets.archive(asked, at);
        Message message = scribe.write(ticket.id(), said, Words.of(said.text(), said.html()), at);
        return new Received(ticket.id(), ticket.number(), message.id(), true);
    }

    /** Adds words of the past to a ticket, with their own date; nothing else about it changes and nobody is told. */
    @RolesAllowed(Roles.SYSTEM)
    public Received archive(long ticketId, IncomingMessage said, Instant at) {
        Message message = scribe.write(ticketId, said, Words.of(said.text(), said.html()), at);
        TicketRef ref = tickets.spokenLongAgo(ticketId, String.valueOf(message.id()), at);
        return new Received(ticketId, ref.number(), message.id(), false);
    }

    /**
     * Continues a ticket with words from outside. Makes it OPEN unless they are automatic or it is NEW (features A3.3).
     * What they do on one that is done, its queue has decided: see {@link FollowUpPolicy}. Refused with {@link
     * FollowUpRefused} where that is nothing.
     */
    public Received receive(long ticketId, IncomingMessage said) {
        access.require(Permission.WRITE, finder.scope(ticketId));
        TicketView ticket = finder.view(ticketId);
        return switch (followUps.course(ticket, said)) {
            case CONTINUE, STAY -> append(ticketId, said);
            case NEW_TICKET -> openAgain(ticketId, said);
            case REJECT -> throw new FollowUpRefused(ticket.number());
        };
    }

    /** Opens a ticket for words that belong to one that is done, linked to it and in the same queue. */
    @RolesAllowed(Roles.SYSTEM)
    public Received openAgain(long ticketId, IncomingMessage said) {
        Words words = wordsOf(said);
        return followUp(finder.view(ticketId), said, words);
    }

    /**
     * Continues a ticket whatever its status. Makes it OPEN unless the words are automatic or it is NEW or MERGED, so even
     * a closed one is reopened; but not by words that only say thanks, where its queue does not want that.
     */
    @RolesAllowed(Roles.SYSTEM)
    public Received append(long ticketId, IncomingMessage said) {
        TicketView ticket = finder.view(ticketId);
        Words words = wordsOf(said);
        boolean thanks = followUps.onlyThanks(ticket, said);
        boolean opens =
                !said.automatic() && !thanks && ticket.status() != Status.NEW && ticket.status() != Status.MERGED;
        TicketChange.SetStatus next = opens ? TicketChange.SetStatus.to(Status.OPEN) : null;
        Message message = scribe.write(ticketId, said, words);
        if (thanks) {
            message.saysThanks();
        }
        TicketRef ref = tickets.spoken(ticketId, "MESSAGE_RECEIVED", String.valueOf(message.id()), next, false);
        received.fire(new MessageReceived(
                ticketId,
                ref.number(),
                message.id(),
                said.authorId(),
                said.channel(),
                said.automatic(),
                false,
                message.at()));
        return new Received(ticketId, ref.number(), message.id(), false);
    }

    /**
     * Answers the requester, on the channel that was chosen or else the one they use. Refused with {@link InvalidInput} when it says nothing or the
     * status lacks its reason, with {@link ConversationMovedOn} when somebody wrote after {@code expectedVersion}.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Said reply(Reply reply) {
        requireReady(reply);
        return say(access.require(Permission.WORK, finder.scope(reply.ticketId())), reply);
    }

    /** Answers in the name of somebody who has said so earlier; refused as {@link #reply} is, by their rights of now. */
    @RolesAllowed(Roles.SYSTEM)
    public Said replyFor(long personId, Reply reply) {
        Caller author = access.person(personId);
        return say(author.require(Permission.WORK, finder.scope(reply.ticketId())), reply);
    }

    /** Refuses what {@link #reply} would refuse now, and does nothing. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void requireReady(Reply reply) {
        access.require(Permission.WORK, finder.scope(reply.ticketId()));
        requireNothingNew(reply);
        Words words = required(Words.of(null, reply.html()), reply.attachments());
        Placeholders.requireNone(words.text());
        Recipients.of("to", reply.to());
        Recipients.of("cc", reply.cc());
        ReplyChannel.of(reply, finder.view(reply.ticketId()).requesterEmail());
        Status after = reply.statusAfter();
        if (after != null
                && after.isWaiting()
                && (reply.reason() == null || reply.reason().isBlank())) {
            throw new InvalidInput("reason", "waitingReason");
        }
    }

    private Said say(Caller caller, Reply reply) {
        TicketView ticket = finder.view(reply.ticketId());
        Words words = required(Words.of(null, reply.html()), reply.attachments());
        Channel by = ReplyChannel.of(reply, ticket.requesterEmail());
        Message message =
                scribe.write(ticket.id(), Visibility.PUBLIC, caller, by, ticket.language(), words, reply.attachments());
        if (by == Channel.EMAIL) {
            address(message, ticket, reply);
        }
        Status after = reply.statusAfter() == null ? Status.ANSWERED : reply.statusAfter();
        TicketChange.SetStatus next = new TicketChange.SetStatus(after, reply.reason(), reply.wakeUpAt());
        TicketRef ref = spoken(caller, ticket.id(), "REPLY_SENT", message, next);
        replied.fire(new ReplySent(
                ticket.id(),
                ticket.number(),
                message.id(),
                caller.personId(),
                caller.personId() != null,
                message.at()));
        return new Said(message.id(), ref);
    }

    private TicketRef spoken(Caller caller, long ticketId, String kind, Message message, TicketChange.SetStatus next) {
        String value = String.valueOf(message.id());
        boolean response = caller.personId() != null;
        boolean ordered = response && access.me().isSystem();
        return ordered
                ? tickets.spokenFor(caller.personId(), ticketId, kind, value, next, response)
                : tickets.spoken(ticketId, kind, value, next, response);
    }

    /** Sends words and files on to others, by mail; the customer does not see it, the status stays. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public Said forward(Forward forward) {
        Caller caller = access.require(Permission.WORK, finder.scope(forward.ticketId()));
        TicketView ticket = finder.view(forward.ticketId());
        String to = Recipients.of("to", forward.to());
        if (to == null) {
            throw new InvalidInput("to", "required");
        }
        Words words = required(Words.of(null, forward.html()), forward.attachments());
        Placeholders.requireNone(words.text());
        Message message = scribe.write(
                ticket.id(),
                Visibility.INTERNAL,
                caller,
                Channel.EMAIL,
                caller.language(),
                words,
                forward.attachments());
        String from = queues.view(ticket.queueId()).address();
        message.goesOut(to, Recipients.of("cc", forward.cc()), mailIds.next(ticket.id(), message.id(), from), null);
        outbox.put("mail.reply", String.valueOf(message.id()), String.valueOf(message.id()), null);
        return noted(caller, ticket, message);
    }

    /** Writes down a telephone call; internal, the status stays. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public Said call(long ticketId, String html, List<NewAttachment> attachments) {
        Caller caller = access.require(Permission.WORK, finder.scope(ticketId));
        return inside(caller, finder.view(ticketId), Channel.PHONE, html, attachments);
    }

    /** Writes an internal note; the status stays. Refused when it says nothing. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Said note(long ticketId, String html, List<NewAttachment> attachments) {
        Caller caller = access.require(Permission.WORK, finder.scope(ticketId));
        TicketView ticket = finder.view(ticketId);
        return inside(caller, ticket, ticket.channel(), html, attachments);
    }

    private Said inside(
            Caller caller, TicketView ticket, Channel channel, String html, List<NewAttachment> attachments) {
        Words words = required(Words.of(null, html), attachments);
        Message message =
                scribe.write(ticket.id(), Visibility.INTERNAL, caller, channel, caller.language(), words, attachments);
        return noted(caller, ticket, message);
    }

    private Said noted(Caller caller, TicketView ticket, Message message) {
        TicketRef ref = tickets.spoken(ticket.id(), "NOTE_ADDED", String.valueOf(message.id()), null, false);
        noted.fire(new NoteAdded(ticket.id(), ticket.number(), message.id(), caller.personId(), message.at()));
        return new Said(message.id(), ref);
    }

    /** The thread, oldest first: customers get public messages only. */
    public List<MessageView> of(long ticketId) {
        return store.thread(ticketId, isStaffOn(ticketId));
    }

    /** One message; refused with {@link NotFound} as if it were not there when the caller may not read it. */
    public MessageView view(long messageId) {
        long ticketId = store.ticketOf(messageId).orElseThrow(() -> new NotFound("message", messageId));
        try {
            return store.view(messageId, isStaffOn(ticketId)).orElseThrow(() -> new NotFound("message", messageId));
        } catch (NotFound hidden) { // which may name the ticket: that alone would tell that there is such a message
            throw new NotFound("message", messageId);
        }
    }

    private Received followUp(TicketView closed, IncomingMessage said, Words words) {
        OpenTicket asked = new OpenTicket(
                closed.subject(),
                closed.queueId(),
                closed.categoryId(),
                closed.priority(),
                closed.type(),
                said.channel(),
                said.authorId(),
                said.language(),
                false,
                List.of(),
                "follow-up:" + closed.number());
        AtomicReference<Received> first = new AtomicReference<>();
        tickets.open(asked, ticket -> {
            tickets.link(ticket.id(), closed.id(), "FOLLOW_UP_OF");
            first.set(add(ticket, said, words));
        });
        return first.get();
    }

    private Received add(TicketRef ticket, IncomingMessage said, Words words) {
        Message message = scribe.write(ticket.id(), said, words);
        store.flush(); // observers write rows that refer to this one
        received.fire(new MessageReceived(
                ticket.id(),
                ticket.number(),
                message.id(),
                said.authorId(),
                said.channel(),
                said.automatic(),
                true,
                message.at()));
        return new Received(ticket.id(), ticket.number(), message.id(), true);
    }

    /** A mail may say nothing, somebody at a page or program not. */
    private static Words wordsOf(IncomingMessage said) {
        Words words = Words.of(said.text(), said.html());
        return said.channel() == Channel.EMAIL ? words : required(words, said.attachments());
    }

    private static Words required(Words words, List<NewAttachment> files) {
        if (files.isEmpty() && words.saysNothing()) {
            throw new InvalidInput("text", "required");
        }
        return words;
    }

    private void address(Message message, TicketView ticket, Reply reply) {
        String to = Recipients.of("to", reply.to());
        List<String> before = store.mailMessageIds(ticket.id(), message.at());
        String from = queues.view(ticket.queueId()).address();
        String last = before.isEmpty() ? null : before.get(before.size() - 1);
        message.goesOut(
                to == null ? ticket.requesterEmail() : to,
                Recipients.of("cc", reply.cc()),
                mailIds.next(ticket.id(), message.id(), from),
                last);
        outbox.put("mail.reply", String.valueOf(message.id()), String.valueOf(message.id()), null);
    }

    private void requireNothingNew(Reply reply) {
        if (reply.expectedVersion() == null) {
            return;
        }
        List<TicketEventView> meanwhile = finder.historySince(reply.ticketId(), reply.expectedVersion()).stream()
                .filter(event -> WRITTEN.contains(event.kind()))
                .toList();
        if (!meanwhile.isEmpty()) {
            throw new ConversationMovedOn(meanwhile);
        }
    }

    private boolean isStaffOn(long ticketId) {
        var scope = finder.scope(ticketId);
        return access.require(Permission.VIEW, scope).mayView(scope.queueId());
    }
}
