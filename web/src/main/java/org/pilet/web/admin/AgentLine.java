package org.pilet.web.admin;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pilet.automation.routing.AgentRouting;

/** What somebody can be given, as it is being changed. */
public class AgentLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long id;
    private final String name;
    private boolean active;
    private Long calendarId;
    private int weight;
    private int mostTickets;
    private int mostChats;
    private int mostCalls;
    private String languages;
    private final Map<Long, Object> levels;

    AgentLine(AgentRouting agent, List<SkillName> skills) {
        id = agent.personId();
        name = agent.name();
        active = agent.active();
        calendarId = agent.calendarId();
        weight = agent.weight();
        mostTickets = agent.mostTickets();
        mostChats = agent.mostChats();
        mostCalls = agent.mostCalls();
        languages = String.join(", ", agent.languages());
        levels = SkillLevels.of(agent.skills(), skills);
    }

    AgentRouting changed() {
        List<String> tags = languages == null
                ? List.of()
                : Stream.of(languages.strip().split("[,;\\s]+"))
                        .filter(tag -> !tag.isEmpty())
                        .toList();
        return new AgentRouting(
                id,
                name,
                active,
                calendarId,
                weight,
                mostTickets,
                mostChats,
                mostCalls,
                SkillLevels.read(levels),
                tags,
                false);
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public Long getCalendarId() {
        return calendarId;
    }

    public void setCalendarId(Long calendarId) {
        this.calendarId = calendarId;
    }

    public int getWeight() {
        return weight;
    }

    public void setWeight(int weight) {
        this.weight = weight;
    }

    public int getMostTickets() {
        return mostTickets;
    }

    public void setMostTickets(int mostTickets) {
        this.mostTickets = mostTickets;
    }

    public int getMostChats() {
        return mostChats;
    }

    public void setMostChats(int mostChats) {
        this.mostChats = mostChats;
    }

    public int getMostCalls() {
        return mostCalls;
    }

    public void setMostCalls(int mostCalls) {
        this.mostCalls = mostCalls;
    }

    public String getLanguages() {
        return languages;
    }

    public void setLanguages(String languages) {
        this.languages = languages;
    }

    public Map<Long, Object> getLevels() {
        return levels;
    }
}
