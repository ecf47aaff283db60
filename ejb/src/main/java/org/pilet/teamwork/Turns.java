package org.pilet.teamwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.tickets.DeskRules;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketFinder;

/**
 * Which ticket an agent works on, where the house lets them work on one at a time: a second one opens for reading, until
 * the first is closed or they go on with the second instead. What is closed is read beside any. Leads and administrators
 * are not limited.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Turns {

    /** A page that has not been heard of for so long has gone without a word. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private TurnStore store;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<PresenceChanged> changed;

    /**
     * The caller has the ticket open; returns the number of the one they work on instead.
     *
     * @param page what tells their pages apart
     */
    public Optional<String> open(long ticketId, String page) {
        Caller me = access.me();
        if (!isLimited(me)) {
            return Optional.empty();
        }
        Seeing.require(access, finder, ticketId);
        if (isForReading(ticketId)) {
            return Optional.empty();
        }
        return store.take(
                me.personId(), ticketId, page, clock.now(), clock.now().minus(FORGOTTEN));
    }

    /** The number of the ticket that the caller works on instead of this one; empty when they may work on this. */
    public Optional<String> other(long ticketId) {
        Caller me = access.me();
        return isLimited(me) && !isForReading(ticketId)
                ? store.other(me.personId(), ticketId, clock.now().minus(FORGOTTEN))
                : Optional.empty();
    }

    /** Nobody works on what is closed: it may be read beside another. */
    private boolean isForReading(long ticketId) {
        return finder.view(ticketId).status() == Status.CLOSED;
    }

    /** The caller goes on with this ticket; the one they had open before is for reading from now on. */
    public void take(long ticketId) {
        Seeing.require(access, finder, ticketId);
        long me = access.me().personId();
        Optional<Long> before = store.current(me);
        store.put(me, ticketId, clock.now());
        before.filter(id -> id != ticketId).ifPresent(id -> changed.fire(new PresenceChanged(id)));
    }

    /** The caller has closed this page of the ticket; nothing happens when another page has its turn. */
    public void left(long ticketId, String page) {
        store.remove(access.me().personId(), ticketId, page);
    }

    /** Refused with {@link OtherTicketOpen} when the caller works on another ticket. */
    public void require(long ticketId) {
        other(ticketId).ifPresent(number -> {
            throw new OtherTicketOpen(number);
        });
    }

    private boolean isLimited(Caller me) {
        return settings.get(DeskRules.ONE_AT_A_TIME)
                && !me.roles().contains(Roles.TEAM_LEAD)
                && !me.roles().contains(Roles.ADMINISTRATOR);
    }
}
