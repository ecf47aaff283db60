package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pilet.automation.GroupMode;
import org.pilet.automation.RuleGroupDraft;
import org.pilet.automation.RuleGroupView;
import org.pilet.automation.RuleRuns;
import org.pilet.automation.RuleStatistics;
import org.pilet.automation.RuleView;
import org.pilet.automation.Rules;

/** All rules, by group and in their order, with what they have done of late. */
@Named
@ViewScoped
public class RulesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Rules rules;

    @EJB
    private RuleRuns runs;

    private List<RuleGroupView> groups = List.of();
    private List<RuleView> all = List.of();
    private Map<Long, RuleStatistics> statistics = Map.of();
    private String groupName;
    private GroupMode groupMode = GroupMode.IN_TURN;

    public void load() {
        groups = rules.groups();
        all = rules.all();
        statistics = runs.statistics().stream().collect(Collectors.toMap(RuleStatistics::ruleId, Function.identity()));
    }

    public void up(RuleView rule) {
        rules.shift(rule.id(), -1);
        load();
    }

    public void down(RuleView rule) {
        rules.shift(rule.id(), 1);
        load();
    }

    public void toggle(RuleView rule) {
        try {
            rules.activate(rule.id(), !rule.active());
        } finally {
            load();
        }
    }

    public void addGroup() {
        int last = groups.stream().mapToInt(RuleGroupView::position).max().orElse(0);
        rules.save(new RuleGroupDraft(null, groupName, last + 10, groupMode, true));
        groupName = null;
        load();
    }

    public List<RuleView> of(RuleGroupView group) {
        return all.stream().filter(rule -> rule.groupId() == group.id()).toList();
    }

    public long done(RuleView rule) {
        RuleStatistics found = statistics.get(rule.id());
        return found == null ? 0 : found.done() + found.waiting();
    }

    public long failed(RuleView rule) {
        RuleStatistics found = statistics.get(rule.id());
        return found == null ? 0 : found.failed();
    }

    public List<RuleGroupView> getGroups() {
        return groups;
    }

    public GroupMode[] getModes() {
        return GroupMode.values();
    }

    public String getGroupName() {
        return groupName;
    }

    public void setGroupName(String groupName) {
        this.groupName = groupName;
    }

    public GroupMode getGroupMode() {
        return groupMode;
    }

    public void setGroupMode(GroupMode groupMode) {
        this.groupMode = groupMode;
    }
}
