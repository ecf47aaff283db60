package org.pilet.automation.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;

/** The call-duty rota: who of a team hears of what cannot wait. */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Duties {

    private static final int LONGEST_TURN = 31;
    private static final int MOST_ROUNDS = 52;

    @EJB
    private Access access;

    @EJB
    private Teams teams;

    @Inject
    private DutyStore store;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Turns that are not over, by team and time. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public List<Duty> ahead() {
        return store.from(clock.now(), clock.now());
    }

    /**
     * For administrators, and for leads in their own teams. Writes turns down, one after the other; over a change of the clocks each still begins at the same time of day.
     * Refused with {@link InvalidInput} by the field, {@link NotFound} when team or person is unknown.
     */
    public void plan(DutyPlan plan) {
        requireLeads(plan.teamId());
        if (plan.personIds().isEmpty()) {
            throw new InvalidInput("people", "required");
        }
        if (plan.from() == null) {
            throw new InvalidInput("from", "required");
        }
        requireRange("days", plan.days(), LONGEST_TURN);
        requireRange("rounds", plan.rounds(), MOST_ROUNDS);
        for (long personId : plan.personIds()) {
            if (!store.mayWork(personId, plan.teamId())) {
                throw new NotFound("person", personId);
            }
        }
        ZoneId zone = plan.zone() == null ? settings.zone() : plan.zone();
        LocalDateTime begin = plan.from();
        for (int round = 0; round < plan.rounds(); round++) {
            for (long personId : plan.personIds()) {
                LocalDateTime end = begin.plusDays(plan.days());
                store.add(
                        plan.teamId(),
                        personId,
                        begin.atZone(zone).toInstant(),
                        end.atZone(zone).toInstant());
                begin = end;
            }
        }
    }

    /** For the same people. Refused with {@link NotFound}. */
    public void remove(long id) {
        requireLeads(store.teamOf(id).orElseThrow(() -> new NotFound("duty", id)));
        store.remove(id);
    }

    /** Who is on duty for the team now; without anybody its lead, and without a lead nobody. */
    @RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public Set<Long> onDuty(long teamId) {
        Set<Long> people = new LinkedHashSet<>(store.onDuty(teamId, clock.now()));
        TeamView team = teams.view(teamId);
        if (people.isEmpty() && team.leadId() != null) {
            people.add(team.leadId());
        }
        return people;
    }

    private void requireLeads(long teamId) {
        TeamView team = teams.view(teamId);
        Caller me = access.me();
        if (!me.roles().contains(Roles.ADMINISTRATOR) && !me.teamIds().contains(teamId)) {
            throw new Forbidden(Permission.WORK, team.name());
        }
    }

    private static void requireRange(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidInput(field, "range", 1, most);
        }
    }
}
