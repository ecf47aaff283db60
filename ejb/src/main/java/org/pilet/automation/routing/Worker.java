package org.pilet.automation.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Somebody who may work a queue, with what they can and whether they are there. */
final class Worker {

    final long personId;
    final String name;
    final boolean active;
    final Long calendarId;
    final int weight;
    final Map<Medium, Integer> most;
    final Map<Long, Integer> skills = new HashMap<>();
    final Set<String> languages = new HashSet<>();
    Absence.Kind away;
    Long replacementId;

    Worker(long personId, String name, boolean active, Long calendarId, int weight, Map<Medium, Integer> most) {
        this.personId = personId;
        this.name = name;
        this.active = active;
        this.calendarId = calendarId;
        this.weight = weight;
        this.most = most;
    }

    /** Can also what the other can, for whom they stand in. */
    void standInFor(Worker other) {
        other.skills.forEach((skill, level) -> skills.merge(skill, level, Math::max));
        languages.addAll(other.languages);
    }
}
