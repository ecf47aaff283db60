package org.pilet.reporting.dashboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.platform.Zones;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/** The numbers on a dashboard; of tickets exactly those that the caller may see. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class DashboardFigures {

    private static final int FEW = 8;

    @EJB
    private Access access;

    @Inject
    private DashboardFigureStore store;

    @Inject
    private Clock clock;

    public MyDay myDay() {
        Caller me = access.me();
        ZoneId zone = Zones.of(me.zone());
        Instant now = clock.now();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new MyDay(work(me, today, zone), work(me, today.minusDays(1), zone));
    }

    private DayWork work(Caller me, LocalDate day, ZoneId zone) {
        return store.work(
                me.personId(),
                day,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Everybody of the caller's teams, whoever has most first. */
    public List<Colleague> team() {
        Caller me = access.me();
        return store.team(me.teamIds(), queues(me), clock.now());
    }

    /** The queues that the caller may see, the fullest first. */
    public List<QueueDepth> queues() {
        return store.queues(queues(access.me()), clock.now());
    }

    /** The last few that the caller had open. */
    public List<RecentTicket> recent() {
        Caller me = access.me();
        return store.recent(me.personId(), queues(me), FEW);
    }

    private static Set<Long> queues(Caller me) {
        return me.allQueues() ? null : me.viewQueueIds();
    }
}
