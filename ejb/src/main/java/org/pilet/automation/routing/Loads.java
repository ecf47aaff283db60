package org.pilet.automation.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;
import org.pilet.security.Access;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.OpenHours;

/** Who has how much in hand, for those who lead. */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Loads {

    static final Setting<Integer> ALERT_PERCENT = Setting.number(
            "routing.load.alertPercent", 90, "Of what a team can be given: so much in hand, and the load board warns");

    static final Setting<Integer> MINUTES = Setting.number(
            "routing.load.minutesPerTicket", 30, "Minutes of work that a ticket takes, where no time is booked");

    private static final int WEEKS = 4;

    @EJB
    private Access access;

    @EJB
    private BusinessCalendars calendars;

    @Inject
    private RoutingStore store;

    @Inject
    private RoutingSettingStore routing;

    @Inject
    private LoadStore loads;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Everybody who may work some queue, and the tickets of the caller's queues that nobody is eligible for. */
    public LoadBoard board() {
        Instant now = clock.now();
        List<AgentRouting> agents = routing.agents(now);
        List<Long> ids = agents.stream().map(AgentRouting::personId).toList();
        Map<Medium, Map<Long, Integer>> held = new EnumMap<>(Medium.class);
        for (Medium medium : Medium.values()) {
            held.put(medium, store.loads(ids, medium, now));
        }
        Map<Long, Absence.Kind> away = loads.away(ids, now);
        Map<Long, Integer> reserved = loads.reserved(ids, now);
        Capacity.Hours hours = hours();
        return new LoadBoard(
                agents.stream()
                        .map(agent -> load(
                                agent,
                                held,
                                away.get(agent.personId()),
                                reserved.getOrDefault(agent.personId(), 0),
                                hours,
                                now))
                        .toList(),
                teams(agents, held.get(Medium.TICKET), hours, now),
                loads.stuck(access.me()));
    }

    /** Each calendar is looked up once, however many people have it. */
    private Capacity.Hours hours() {
        Map<Long, OpenHours> known = new HashMap<>();
        return (id, from, to) -> known.computeIfAbsent(id, calendars::hours).between(from, to);
    }

    private List<TeamLoad> teams(
            List<AgentRouting> agents, Map<Long, Integer> held, Capacity.Hours hours, Instant now) {
        Map<Long, List<Long>> members = loads.members();
        Map<Long, List<Capacity.Gap>> gaps = loads.gaps(now);
        Instant since = now.minus(Duration.ofDays(7L * WEEKS));
        long usual = calendars.all().get(0).id();
        return loads.teams(access.me(), since).stream()
                .map(team -> {
                    List<AgentRouting> people = agents.stream()
                            .filter(AgentRouting::active)
                            .filter(each ->
                                    members.getOrDefault(team.id(), List.of()).contains(each.personId()))
                            .toList();
                    List<Capacity.Member> there = people.stream()
                            .map(each -> new Capacity.Member(
                                    each.calendarId() == null ? usual : each.calendarId(),
                                    teamsOf(each.personId(), members),
                                    gaps.getOrDefault(each.personId(), List.of())))
                            .toList();
                    return load(team, people, held, Capacity.available(there, now, hours));
                })
                .toList();
    }

    private TeamLoad load(LoadStore.TeamWork team, List<AgentRouting> people, Map<Long, Integer> held, long available) {
        int inHand = people.stream()
                .mapToInt(each -> held.getOrDefault(each.personId(), 0))
                .sum();
        int most = people.stream().mapToInt(AgentRouting::mostTickets).sum();
        double each = team.booked() == 0 ? settings.get(MINUTES) : (double) team.bookedMinutes() / team.booked();
        long needed = Capacity.needed(team.open(), (double) team.arriving() / WEEKS, each);
        return new TeamLoad(
                team.id(),
                team.name(),
                team.open(),
                team.unassigned(),
                inHand,
                most,
                inHand > 0 && inHand * 100L >= (long) most * settings.get(ALERT_PERCENT),
                needed,
                available,
                needed > available);
    }

    private static int teamsOf(long personId, Map<Long, List<Long>> members) {
        return (int) members.values().stream()
                .filter(team -> team.contains(personId))
                .count();
    }

    private Load load(
            AgentRouting agent,
            Map<Medium, Map<Long, Integer>> held,
            Absence.Kind away,
            int reserved,
            Capacity.Hours hours,
            Instant now) {
        long id = agent.personId();
        Long calendar = agent.calendarId();
        return new Load(
                id,
                agent.name(),
                agent.active(),
                away,
                calendar == null
                        || !hours.open(calendar, now, now.plusSeconds(1)).isZero(),
                held.get(Medium.TICKET).getOrDefault(id, 0),
                agent.mostTickets(),
                held.get(Medium.CHAT).getOrDefault(id, 0),
                agent.mostChats(),
                held.get(Medium.CALL).getOrDefault(id, 0),
                agent.mostCalls(),
                reserved);
    }
}
