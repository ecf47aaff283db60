package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.automation.Rules;
import org.pilet.automation.routing.RoutingSettings;
import org.pilet.automation.terms.Parameter;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** Who can what, how well, and how much at once. */
@Named
@ViewScoped
public class RoutingAgentsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private RoutingSettings settings;

    @EJB
    private Rules rules;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private List<AgentLine> agents = List.of();
    private List<SkillName> skills = List.of();
    private List<SelectItem> calendars = List.of();

    public void load() {
        skills = settings.skills().entrySet().stream()
                .map(each -> new SkillName(each.getKey(), each.getValue()))
                .toList();
        agents = settings.agents().stream()
                .map(each -> new AgentLine(each, skills))
                .toList();
        calendars = rules.names(Parameter.Type.CALENDAR).entrySet().stream()
                .map(each -> new SelectItem(Long.valueOf(each.getKey()), each.getValue()))
                .toList();
    }

    /** Saves this person alone. */
    public void save(AgentLine line) {
        settings.save(line.changed());
        toasts.say(texts.of("routing.saved", line.getName()));
    }

    public List<AgentLine> getAgents() {
        return agents;
    }

    public List<SkillName> getSkills() {
        return skills;
    }

    public List<SelectItem> getCalendars() {
        return calendars;
    }

    public List<Integer> getLevels() {
        return List.of(1, 2, 3, 4, 5);
    }
}
