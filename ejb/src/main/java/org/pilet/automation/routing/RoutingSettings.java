package org.pilet.automation.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.sla.BusinessCalendars;

/** What routing goes by: queues, agents with skills and caps, absences. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class RoutingSettings {

    private static final int HIGHEST_LEVEL = 5;
    private static final int LONGEST = 100;

    @EJB
    private Access access;

    @EJB
    private BusinessCalendars calendars;

    @Inject
    private RoutingSettingStore store;

    @Inject
    private AbsenceStore absences;

    @Inject
    private Clock clock;

    @Inject
    private Event<LoadChanged> changed;

    public List<QueueRouting> queues() {
        return store.queues();
    }

    /** Refused with {@link InvalidInput} by the field, {@link NotFound} when the queue is unknown. */
    public QueueRouting save(QueueRouting queue) {
        queue(queue.queueId());
        requireSkills(queue.skills());
        if (queue.strategy() == null) {
            throw new InvalidInput("strategy", "required");
        }
        if (queue.ordering() == null) {
            throw new InvalidInput("ordering", "required");
        }
        store.save(queue);
        return queue(queue.queueId());
    }

    /** Everybody who may work some queue. */
    public List<AgentRouting> agents() {
        return store.agents(clock.now());
    }

    /** Refused with {@link InvalidInput} by the field, {@link NotFound} when the person is no agent. */
    public AgentRouting save(AgentRouting agent) {
        agent(agent.personId());
        requireSkills(agent.skills());
        requireRange("weight", agent.weight(), 1, 100);
        requireRange("mostTickets", agent.mostTickets(), 0, 1000);
        requireRange("mostChats", agent.mostChats(), 0, 100);
        requireRange("mostCalls", agent.mostCalls(), 0, 100);
        if (agent.calendarId() != null) {
            calendars.view(agent.calendarId());
        }
        agent.languages().stream()
                .filter(tag -> !tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                .findFirst()
                .ifPresent(tag -> {
                    throw new InvalidInput("languages", "unknown", tag);
                });
        store.save(agent);
        tell(agent.personId());
        return agent(agent.personId());
    }

    /** Names of skills by id. */
    public Map<Long, String> skills() {
        return store.skillNames();
    }

    /** Refused with {@link InvalidInput} without a name, or with one that is taken. */
    public long addSkill(String typed) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty()) {
            throw new InvalidInput("name", "required");
        }
        if (name.length() > LONGEST) {
            throw new InvalidInput("name", "tooLong", LONGEST);
        }
        if (store.skillNames().containsValue(name)) {
            throw new InvalidInput("name", "taken", name);
        }
        return store.addSkill(name);
    }

    /** Nobody has it any more then. Refused with {@link NotFound}. */
    public void removeSkill(long id) {
        if (store.removeSkill(id) == 0) {
            throw new NotFound("skill", id);
        }
    }

    /** Absences of everybody that are not over, or ended within the last thirty days. */
    public List<Absence> absences() {
        return absences.since(null, clock.now().minus(Duration.ofDays(30)));
    }

    /**
     * Somebody will be away. Refused with {@link InvalidInput} when it ends before it begins or the replacement is the
     * person, {@link NotFound} when either is no agent.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public void away(long personId, Instant from, Instant until, Long replacementId, String reason) {
        Long me = access.me().personId();
        boolean own = me != null && me == personId;
        if (!own && !access.me().roles().contains(Roles.ADMINISTRATOR)) {
            throw new NotFound("person", personId);
        }
        agent(personId);
        if (until != null && !until.isAfter(from)) {
            throw new InvalidInput("until", "future");
        }
        if (replacementId != null) {
            agent(replacementId);
            if (replacementId == personId) {
                throw new InvalidInput("replacementId", "unknown", replacementId);
            }
        }
        absences.add(personId, Absence.Kind.OUT_OF_OFFICE, from, until, replacementId, reason);
        tell(personId);
    }

    /** The caller is given nothing from now on, until they resume. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD})
    public void pause(String reason) {
        Instant now = clock.now();
        long me = access.me().personId();
        absences.end(me, Absence.Kind.PAUSE, now);
        absences.add(me, Absence.Kind.PAUSE, now, null, null, reason);
        tell(me);
    }

    /** Ends the caller's pause. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD})
    public void resume() {
        absences.end(access.me().personId(), Absence.Kind.PAUSE, clock.now());
        tell(access.me().personId());
    }

    /** The caller's own absences that are not over. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD})
    public List<Absence> mine() {
        return absences.since(access.me().personId(), clock.now());
    }

    /** Whom the caller can name as a replacement: names by id. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public Map<Long, String> colleagues() {
        Map<Long, String> names = new LinkedHashMap<>();
        store.agents(clock.now()).forEach(agent -> names.put(agent.personId(), agent.name()));
        return names;
    }

    /**
     * Somebody is back, or will not be away after all: what is over stays as the log of it. Refused with {@link NotFound}
     * when there is no such absence, or it is another person's and the caller no administrator.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public void back(long absenceId) {
        boolean all = access.me().roles().contains(Roles.ADMINISTRATOR);
        if (absences.endAbsence(absenceId, all ? null : access.me().personId(), clock.now()) == 0) {
            throw new NotFound("absence", absenceId);
        }
        tell(access.me().personId());
    }

    private void tell(long personId) {
        changed.fire(new LoadChanged(personId, clock.now()));
    }

    private QueueRouting queue(long id) {
        return store.queues().stream()
                .filter(queue -> queue.queueId() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("queue", id));
    }

    private AgentRouting agent(long id) {
        return store.agents(clock.now()).stream()
                .filter(agent -> agent.personId() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("person", id));
    }

    private void requireSkills(List<QueueRouting.SkillLevel> skills) {
        Map<Long, String> known = store.skillNames();
        for (QueueRouting.SkillLevel each : skills) {
            if (!known.containsKey(each.skillId())) {
                throw new InvalidInput("skills", "unknown", each.skillId());
            }
            requireRange("skills", each.level(), 1, HIGHEST_LEVEL);
        }
    }

    private static void requireRange(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput(field, "range", least, most);
        }
    }
}
