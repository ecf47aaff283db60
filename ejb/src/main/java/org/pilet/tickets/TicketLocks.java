package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;

/**
 * Where a queue wants it, whoever opens a ticket keeps it for themselves until they have done nothing on it for some
 * minutes: colleagues read it and leave notes, and change nothing. The history tells who kept it when.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class TicketLocks {

    @EJB
    private Access access;

    @Inject
    private TicketStore tickets;

    @Inject
    private TicketReader reader;

    @Inject
    private TicketEditor editor;

    @Inject
    private TicketHistory history;

    @Inject
    private LockStore store;

    @Inject
    private Picking picking;

    @Inject
    private Clock clock;

    @Inject
    private Event<LockChanged> changed;

    /**
     * The caller has the ticket in front of them: where its queue wants that, it is kept for them from now on, and is
     * theirs when it was nobody's. Returns who keeps it; empty when nobody does.
     */
    public Optional<LockView> open(long ticketId) {
        TicketScope scope = reader.scope(ticketId);
        Caller me = access.me();
        QueueLocking rule = store.rule(scope.queueId()).orElse(null);
        boolean idle = rule == null || rule.minutes() == 0 && !rule.assigns();
        if (idle || me.isSystem() || me.onlyTicketId() != null || !me.mayWork(scope.queueId())) {
            return of(ticketId);
        }
        Instant now = clock.now();
        Ticket ticket = tickets.lock(ticketId);
        Optional<LockStore.Lock> held =
                store.find(ticketId).filter(lock -> lock.until().isAfter(now));
        if (held.isPresent() && held.get().personId() != me.personId()
                || !ticket.status().isOpen()) {
            return of(ticketId);
        }
        if (rule.assigns() && ticket.ownerId() == null && picking.may(me, ticket)) {
            editor.apply(ticket, new TicketChange.Assign(me.personId()), Author.of(me, "opened"), now);
        }
        if (rule.minutes() > 0) {
            keep(ticket, me, rule, held.map(LockStore.Lock::since).orElse(now), now);
        }
        return of(ticketId);
    }

    private void keep(Ticket ticket, Caller me, QueueLocking rule, Instant since, Instant now) {
        store.put(ticket.id(), me.personId(), since, now.plus(Duration.ofMinutes(rule.minutes())));
        if (since.equals(now)) {
            history.record(ticket, Author.of(me, null), now, "LOCKED", null, null);
            changed.fire(new LockChanged(ticket.id()));
        }
    }

    /** Who keeps the ticket; empty when nobody does. */
    public Optional<LockView> of(long ticketId) {
        Caller me = access.require(Permission.VIEW, reader.scope(ticketId));
        Instant now = clock.now();
        return store.find(ticketId)
                .filter(lock -> lock.until().isAfter(now))
                .map(lock -> new LockView(
                        ticketId,
                        lock.personId(),
                        lock.name(),
                        lock.since(),
                        lock.until(),
                        me.personId() != null && lock.personId() == me.personId(),
                        mayBreak(me)));
    }

    /** The caller is doing something on the ticket: what they keep, they keep longer; else as {@link #open}. */
    public void renew(long ticketId) {
        Caller me = access.require(Permission.VIEW, reader.scope(ticketId));
        if (!store.renew(ticketId, me.personId(), clock.now())) {
            open(ticketId);
        }
    }

    /** The caller keeps the ticket no longer; nothing happens when they did not. */
    public void release(long ticketId) {
        Caller me = access.require(Permission.WORK, reader.scope(ticketId));
        Ticket ticket = tickets.lock(ticketId);
        if (store.find(ticketId)
                .filter(lock -> lock.personId() == me.personId())
                .isPresent()) {
            end(ticket, Author.of(me, null), null);
        }
    }

    /**
     * Takes the ticket from a colleague who keeps it. Refused with {@link Forbidden} unless the caller is a team lead or
     * an administrator.
     */
    public Optional<LockView> takeOver(long ticketId) {
        Caller me = access.require(Permission.WORK, reader.scope(ticketId));
        if (!mayBreak(me)) {
            throw new Forbidden(Permission.WORK, reader.scope(ticketId).number());
        }
        Ticket ticket = tickets.lock(ticketId);
        store.others(ticketId, me.personId(), clock.now())
                .ifPresent(lock -> end(ticket, Author.of(me, "taken-over"), lock.name()));
        return open(ticketId);
    }

    /** Refused with {@link TicketLocked} when a colleague of the caller keeps the ticket. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM
    }) // in the name of whoever has ordered it
    public void requireFree(long ticketId) {
        store.others(ticketId, access.me().personId(), clock.now()).ifPresent(lock -> {
            throw new TicketLocked(lock.name());
        });
    }

    /** As {@link #requireFree}, in the name of somebody who has ordered something earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public void requireFreeFor(long personId, long ticketId) {
        store.others(ticketId, personId, clock.now()).ifPresent(lock -> {
            throw new TicketLocked(lock.name());
        });
    }

    /** Refused with {@link OnlyTheNext} when the ticket waits for somebody, and agents do not choose whom they answer. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void requireTurn(long ticketId) {
        picking.require(access.me(), tickets.lock(ticketId));
    }

    /** As {@link #requireTurn}, in the name of somebody who has ordered something earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public void requireTurnFor(long personId, long ticketId) {
        picking.require(access.person(personId), tickets.lock(ticketId));
    }

    /** Whether the caller takes only what is next for them, so that no page need offer to take anything else. */
    public boolean isBoundToNext() {
        return picking.isBound(access.me());
    }

    /** For the sweep: ends what has run out. */
    @RolesAllowed(Roles.SYSTEM)
    public void runOut(long ticketId) {
        Ticket ticket = tickets.lock(ticketId);
        store.find(ticketId)
                .filter(lock -> !lock.until().isAfter(clock.now()))
                .ifPresent(lock -> end(ticket, Author.of(access.me(), "timeout"), lock.name()));
    }

    private void end(Ticket ticket, Author author, String keeper) {
        store.remove(ticket.id());
        history.record(ticket, author, clock.now(), "UNLOCKED", keeper, null);
        changed.fire(new LockChanged(ticket.id()));
    }

    private static boolean mayBreak(Caller me) {
        return me.roles().contains(Roles.TEAM_LEAD) || me.roles().contains(Roles.ADMINISTRATOR);
    }
}
