package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pilet.people.People;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.PolicyOptions;
import org.pilet.sla.PolicyView;
import org.pilet.sla.SlaImpact;
import org.pilet.sla.SlaImpacts;
import org.pilet.sla.SlaPolicies;
import org.pilet.tickets.Status;

/** One policy: for whom, what is promised, what pauses it, and what happens on the way. */
@Named
@ViewScoped
public class PolicyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int STEP = 10;
    private static final List<Metric> SOLVED =
            List.of(Metric.REQUESTER_WAIT, Metric.AGENT_WORK, Metric.RESOLUTION, Metric.TOTAL_RESOLUTION);

    @EJB
    private SlaPolicies policies;

    @EJB
    private SlaImpacts impacts;

    @EJB
    private BusinessCalendars calendars;

    @EJB
    private People people;

    @Inject
    private SlaChange change;

    private Long id;
    private int version;
    private String name;
    private int position;
    private boolean active = true;
    private long calendarId;
    private final PolicyConditionsForm whom = new PolicyConditionsForm();
    private final List<TargetLine> targets = Arrays.stream(Metric.values())
            .map(metric -> new TargetLine(metric, false))
            .toList();
    private final List<TargetLine> reopenTargets =
            SOLVED.stream().map(metric -> new TargetLine(metric, true)).toList();
    private List<LevelLine> levels = new ArrayList<>();
    private PolicyOptions.Reopening reopening = PolicyOptions.USUAL.reopening();
    private PolicyOptions.AgentTickets agentTickets = PolicyOptions.USUAL.agentTickets();
    private SlaImpact impact;

    public void load() {
        if (id != null) {
            show(policies.view(id));
            return;
        }
        position = policies.all().stream()
                        .mapToInt(each -> each.content().position())
                        .min()
                        .orElse(STEP)
                - STEP; // before all others: the catch-all stays last
        calendarId = calendars.all().get(0).id();
        targets.forEach(line -> line.show(List.of(), line.getMetric().usualPauses()));
        levels.add(new LevelLine());
    }

    public void addLevel() {
        levels.add(new LevelLine());
    }

    public void removeLevel(LevelLine line) {
        levels.remove(line);
    }

    /** Another action was chosen; what it names is asked for now. */
    public void chosen() {
        impact = null;
    }

    /** Saves at once what moves no clock; else says first which it would move. */
    public void save() {
        PolicyDraft draft = draft();
        if (impact == null) {
            impact = impacts.ofPolicy(id == null ? -1 : id, draft);
            if (!impact.moved().isEmpty()) {
                return;
            }
        }
        boolean moves = !impact.moved().isEmpty();
        show(id == null ? policies.add(draft) : policies.replace(id, version, draft));
        if (moves) {
            change.countAgain();
        } else {
            change.nothingToCount();
        }
    }

    /** Goes on editing without having saved. */
    public void back() {
        impact = null;
    }

    private PolicyDraft draft() {
        Map<Metric, Set<Status>> pauses = new EnumMap<>(Metric.class);
        targets.forEach(line -> pauses.put(line.getMetric(), line.pauses()));
        boolean anew = reopening == PolicyOptions.Reopening.NEW_CYCLE;
        return new PolicyDraft(
                name == null ? "" : name.strip(),
                position,
                active,
                calendarId,
                whom.conditions(people),
                Stream.concat(targets.stream(), anew ? reopenTargets.stream() : Stream.empty())
                        .flatMap(line -> line.targets().stream())
                        .toList(),
                pauses,
                LevelLine.levels(levels),
                new PolicyOptions(reopening, agentTickets));
    }

    private void show(PolicyView view) {
        PolicyDraft content = view.content();
        id = view.id();
        version = view.version();
        name = content.name();
        position = content.position();
        active = content.active();
        calendarId = content.calendarId();
        whom.show(content.conditions(), people);
        targets.forEach(
                line -> line.show(content.targets(), content.pauses().getOrDefault(line.getMetric(), Set.of())));
        reopenTargets.forEach(line -> line.show(content.targets(), Set.of()));
        levels = new ArrayList<>(LevelLine.of(content.levels()));
        reopening = content.options().reopening();
        agentTickets = content.options().agentTickets();
        impact = null;
    }

    public List<SlaChange.Move> getMoves() {
        return impact == null ? List.of() : change.shown(impact);
    }

    public boolean isAnew() {
        return reopening == PolicyOptions.Reopening.NEW_CYCLE;
    }

    public SlaImpact getImpact() {
        return impact;
    }

    public PolicyConditionsForm getWhom() {
        return whom;
    }

    public List<TargetLine> getTargets() {
        return targets;
    }

    public List<TargetLine> getReopenTargets() {
        return reopenTargets;
    }

    public List<LevelLine> getLevels() {
        return levels;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public long getCalendarId() {
        return calendarId;
    }

    public void setCalendarId(long calendarId) {
        this.calendarId = calendarId;
    }

    public PolicyOptions.Reopening getReopening() {
        return reopening;
    }

    public void setReopening(PolicyOptions.Reopening reopening) {
        this.reopening = reopening;
    }

    public PolicyOptions.AgentTickets getAgentTickets() {
        return agentTickets;
    }

    public void setAgentTickets(PolicyOptions.AgentTickets agentTickets) {
        this.agentTickets = agentTickets;
    }
}
