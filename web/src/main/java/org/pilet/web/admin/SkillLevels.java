package org.pilet.web.admin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.automation.routing.QueueRouting.SkillLevel;

/** Levels by skill as a page's inputs hold them, where nought stands for none. */
final class SkillLevels {

    private SkillLevels() {}

    static Map<Long, Object> of(List<SkillLevel> skills, List<SkillName> all) {
        Map<Long, Object> levels = new TreeMap<>();
        all.forEach(skill -> levels.put(skill.id(), "0"));
        skills.forEach(each -> levels.put(each.skillId(), String.valueOf(each.level())));
        return levels;
    }

    static List<SkillLevel> read(Map<Long, Object> levels) {
        return levels.entrySet().stream()
                .map(each -> new SkillLevel(each.getKey(), Integer.parseInt(String.valueOf(each.getValue()))))
                .filter(each -> each.level() > 0)
                .toList();
    }
}
