package org.pilet.teamwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.platform.Zones;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;

/** How long tickets took, as people have booked it; by days of their own time zone. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class TimeEntries {

    private static final int A_DAY = 24 * 60;
    private static final int LONGEST = 500;

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @EJB
    private Tickets tickets;

    @Inject
    private TimeStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<TeamworkChanged> changed;

    /** The oldest day first. */
    public List<TimeEntryView> of(long ticketId) {
        Seeing.require(access, finder, ticketId);
        return store.of(ticketId);
    }

    /** All of a month on tickets of the caller's queues, for accounts. */
    @RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public List<TimeEntryView> in(YearMonth month) {
        Caller me = access.me();
        return store.between(month.atDay(1), month.atEndOfMonth(), me.allQueues() ? null : me.viewQueueIds());
    }

    /** Refused with {@link InvalidInput} when it is no time, more than a day, or lies ahead. */
    public long book(long ticketId, NewTimeEntry asked) {
        Caller me = access.require(Permission.WORK, finder.scope(ticketId));
        LocalDate today = clock.now().atZone(Zones.of(me.zone())).toLocalDate();
        LocalDate day = asked.spentOn() == null ? today : asked.spentOn();
        String note = asked.note() == null ? "" : asked.note().strip();
        if (asked.minutes() < 1 || asked.minutes() > A_DAY) {
            throw new InvalidInput("minutes", "range", 1, A_DAY);
        }
        if (day.isAfter(today)) {
            throw new InvalidInput("spentOn", "past");
        }
        if (note.length() > LONGEST) {
            throw new InvalidInput("note", "tooLong", LONGEST);
        }
        TimeKind kind = asked.kind() == null ? TimeKind.WORK : asked.kind();
        long id = store.add(
                ticketId,
                me.personId(),
                new NewTimeEntry(day, asked.minutes(), kind, asked.billable(), note),
                clock.now());
        tickets.recordWork(ticketId, "TIME_BOOKED", null, String.valueOf(asked.minutes()));
        changed.fire(new TeamworkChanged(ticketId));
        return id;
    }

    /** Everybody takes back their own, leads and administrators any. */
    public void remove(long id) {
        TimeEntryView entry = store.find(id).orElseThrow(() -> new NotFound("timeEntry", id));
        Caller me = Seeing.require(access, finder, entry.ticketId());
        boolean may = entry.personId() == me.personId()
                || me.roles().contains(Roles.TEAM_LEAD)
                || me.roles().contains(Roles.ADMINISTRATOR);
        if (!may) {
            throw new Forbidden(Permission.WORK, entry.personName());
        }
        store.remove(id);
        tickets.recordWork(entry.ticketId(), "TIME_REMOVED", String.valueOf(entry.minutes()), null);
        changed.fire(new TeamworkChanged(entry.ticketId()));
    }
}
