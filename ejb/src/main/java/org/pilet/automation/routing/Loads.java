package org.pilet.automation.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.sla.BusinessCalendars;

/** Who has how much in hand, for those who lead. */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Loads {

    @EJB
    private Access access;

    @EJB
    private BusinessCalendars calendars;

    @Inject
    private RoutingStore store;

    @Inject
    private LoadStore loads;

    @Inject
    private Clock clock;

    /** Everybody who may work some queue, and the tickets of the caller's queues that nobody is eligible for. */
    public LoadBoard board() {
        Instant now = clock.now();
        List<AgentRouting> agents = store.agents(now);
        List<Long> ids = agents.stream().map(AgentRouting::personId).toList();
        Map<Medium, Map<Long, Integer>> held = new EnumMap<>(Medium.class);
        for (Medium medium : Medium.values()) {
            held.put(medium, store.loads(ids, medium, now));
        }
        Map<Long, Absence.Kind> away = loads.away(ids, now);
        Map<Long, Integer> reserved = loads.reserved(ids, now);
        return new LoadBoard(
                agents.stream()
                        .map(agent -> load(
                                agent,
                                held,
                                away.get(agent.personId()),
                                reserved.getOrDefault(agent.personId(), 0),
                                now))
                        .toList(),
                loads.stuck(access.me()));
    }

    private Load load(
            AgentRouting agent, Map<Medium, Map<Long, Integer>> held, Absence.Kind away, int reserved, Instant now) {
        long id = agent.personId();
        Long calendar = agent.calendarId();
        return new Load(
                id,
                agent.name(),
                agent.active(),
                away,
                calendar == null
                        || !calendars
                                .openTime(calendar, now, now.plusSeconds(1))
                                .isZero(),
                held.get(Medium.TICKET).getOrDefault(id, 0),
                agent.mostTickets(),
                held.get(Medium.CHAT).getOrDefault(id, 0),
                agent.mostChats(),
                held.get(Medium.CALL).getOrDefault(id, 0),
                agent.mostCalls(),
                reserved);
    }
}
