package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Outbox;
import org.pilet.platform.Roles;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.tickets.Channel;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketLocks;

/**
 * Answers that wait before they go out: some seconds, in which they can be taken back, or until an hour that somebody
 * chose. As long as one waits nothing about its ticket has changed, so taking it back undoes it without a trace. When the
 * customer writes meanwhile it stops, and its author decides.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class HeldReplies {

    public static final Setting<Integer> HOLD = Setting.number(
            "conversation.hold.seconds", 5, 0, 60, "Seconds in which an answer can be taken back (0 to 60)");

    static final String KIND = "reply.held";

    private static final Duration LATEST = Duration.ofDays(366);

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @EJB
    private Conversations conversations;

    @EJB
    private TicketLocks locks;

    @Inject
    private HeldReplyStore store;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<HeldReplyChanged> changed;

    /**
     * Has the answer go out after the hold time. Refused as {@link Conversations#reply} is, and with {@link
     * HeldByColleague} when somebody else's is about to.
     *
     * @param seconds the author's own hold time, or null for everybody's
     */
    public HeldReplyView hold(Reply reply, Integer seconds) {
        int held = seconds == null ? settings.get(HOLD) : seconds;
        Duration hold = Duration.ofSeconds(Math.max(0, Math.min(held, HeldReplyView.LONGEST_HOLD.toSeconds())));
        return keep(reply, clock.now().plus(hold));
    }

    /** As {@link #hold(Reply, Integer)}, for so long; returns its id. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM}) // macros over many answer so
    public long hold(Reply reply, Duration hold) {
        Caller author = access.require(Permission.WORK, finder.scope(reply.ticketId()));
        locks.requireFree(reply.ticketId());
        locks.requireTurn(reply.ticketId());
        return keepFor(author, reply, clock.now().plus(hold));
    }

    /** As {@link #hold(Reply, Duration)}, in the name of somebody who has ordered it earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public long holdFor(long personId, Reply reply, Duration hold) {
        Caller author = access.person(personId);
        author.require(Permission.WORK, finder.scope(reply.ticketId()));
        locks.requireFreeFor(personId, reply.ticketId());
        locks.requireTurnFor(personId, reply.ticketId());
        return keepFor(author, reply, clock.now().plus(hold));
    }

    /**
     * Has it go out at that time; refused too when that is past or more than a year off, and for what the customer has been
     * told already.
     */
    public HeldReplyView later(Reply reply, Instant dueAt) {
        if (reply.by() == Channel.PHONE || reply.by() == Channel.IN_PERSON) {
            throw new InvalidInput("sendAt", "told");
        }
        Instant now = clock.now();
        if (!dueAt.isAfter(now) || dueAt.isAfter(now.plus(LATEST))) {
            throw new InvalidInput("sendAt", "future");
        }
        return keep(reply, dueAt);
    }

    private HeldReplyView keep(Reply reply, Instant dueAt) {
        Caller author = access.require(Permission.WORK, finder.scope(reply.ticketId()));
        locks.requireFree(reply.ticketId());
        locks.requireTurn(reply.ticketId());
        long id = keepFor(author, reply, dueAt);
        return on(reply.ticketId()).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private long keepFor(Caller author, Reply reply, Instant dueAt) {
        finder.requireNotClosed(reply.ticketId());
        conversations.requireReady(reply);
        Instant now = clock.now();
        store.othersGoingOut(reply.ticketId(), author.personId(), now.plus(HeldReplyView.LONGEST_HOLD))
                .ifPresent(name -> {
                    throw new HeldByColleague(name);
                });
        long id = store.add(author.personId(), reply, now, dueAt);
        outbox.put(KIND, String.valueOf(id), String.valueOf(id), null, dueAt);
        changed.fire(new HeldReplyChanged(reply.ticketId()));
        return id;
    }

    /** What waits on the ticket, whoever wrote it; next to go out first. */
    public List<HeldReplyView> on(long ticketId) {
        Caller caller = access.require(Permission.WORK, finder.scope(ticketId));
        return store.on(ticketId, caller.personId());
    }

    /**
     * Takes the caller's own back and returns it, to be changed or given up. Refused with {@link HeldReplyGone} when it is
     * too late.
     */
    public Reply takeBack(long id) {
        return takenBack(mine(id));
    }

    /** As {@link #takeBack}, in the name of somebody who has ordered it earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public void takeBackFor(long personId, long id) {
        takenBack(of(access.person(personId), id));
    }

    private Reply takenBack(HeldReply held) {
        store.mark(held.id(), "TAKEN_BACK", null);
        outbox.cancel(KIND, String.valueOf(held.id()));
        changed.fire(new HeldReplyChanged(held.ticketId()));
        return held.reply();
    }

    /** Sends the caller's own at once, also when the customer's news had stopped it. Refused as a reply is. */
    public Said sendNow(long id) {
        HeldReply held = mine(id);
        store.mark(id, "SENT", null);
        outbox.cancel(KIND, String.valueOf(id));
        return conversations.reply(held.reply());
    }

    /** For the pump: its time has come. What was taken back is passed over, what the customer overtook is stopped. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // a refusal harms this one answer only
    public void send(long id) {
        HeldReply held = store.lock(id).filter(HeldReply::isWaiting).orElse(null);
        if (held == null) {
            return;
        }
        if (store.customerWroteSince(held.ticketId(), held.heldAt())) {
            stopped(held, "NEWS");
            return;
        }
        store.mark(id, "SENT", null);
        conversations.replyFor(held.authorId(), held.reply());
    }

    /** For the pump: it cannot go out as it is. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // the sending was rolled back
    public void stop(long id, String why) {
        store.lock(id).filter(HeldReply::isWaiting).ifPresent(held -> stopped(held, why));
    }

    private void stopped(HeldReply held, String why) {
        store.mark(held.id(), "STOPPED", why);
        changed.fire(new HeldReplyChanged(held.ticketId()));
    }

    private HeldReply mine(long id) {
        return of(access.me(), id);
    }

    private HeldReply of(Caller caller, long id) {
        HeldReply held = store.lock(id).orElseThrow(HeldReplyGone::new);
        caller.require(Permission.WORK, finder.scope(held.ticketId()));
        boolean open = held.isWaiting() || held.isStopped();
        if (!open || caller.personId() == null || caller.personId() != held.authorId()) {
            throw new HeldReplyGone();
        }
        return held;
    }
}
