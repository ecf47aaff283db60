package org.pilet.automation.routing;

import java.io.Serializable;
import java.util.List;

/**
 * What somebody can be given.
 *
 * @param calendarId when they work; null: always
 * @param weight of the turns among several, 1 to 100
 * @param languages besides their own, as IETF tags
 * @param away whether they are on a break or out of office now
 */
public record AgentRouting(
        long personId,
        String name,
        boolean active,
        Long calendarId,
        int weight,
        int mostTickets,
        int mostChats,
        int mostCalls,
        List<QueueRouting.SkillLevel> skills,
        List<String> languages,
        boolean away)
        implements Serializable {

    public AgentRouting {
        skills = skills == null ? List.of() : List.copyOf(skills);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }
}
