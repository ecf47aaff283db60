package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.automation.routing.Ordering;
import org.pilet.automation.routing.RoutingSettings;
import org.pilet.automation.routing.Strategy;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** How each queue's tickets find their owners, and the skills there are. */
@Named
@ViewScoped
public class RoutingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private RoutingSettings settings;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private List<QueueLine> queues = List.of();
    private List<SkillName> skills = List.of();
    private String skillName;

    public void load() {
        skills = settings.skills().entrySet().stream()
                .map(each -> new SkillName(each.getKey(), each.getValue()))
                .toList();
        queues = settings.queues().stream()
                .map(each -> new QueueLine(each, skills))
                .toList();
    }

    /** Saves this queue alone. */
    public void save(QueueLine line) {
        settings.save(line.changed());
        toasts.say(texts.of("routing.saved", line.getName()));
    }

    public void addSkill() {
        settings.addSkill(skillName);
        skillName = null;
        load();
    }

    /** Nobody has it any more then. */
    public void removeSkill(SkillName skill) {
        settings.removeSkill(skill.id());
        load();
    }

    public List<QueueLine> getQueues() {
        return queues;
    }

    public List<SkillName> getSkills() {
        return skills;
    }

    public Strategy[] getStrategies() {
        return Strategy.values();
    }

    public Ordering[] getOrderings() {
        return Ordering.values();
    }

    public List<Integer> getLevels() {
        return List.of(1, 2, 3, 4, 5);
    }

    public String getSkillName() {
        return skillName;
    }

    public void setSkillName(String skillName) {
        this.skillName = skillName;
    }
}
