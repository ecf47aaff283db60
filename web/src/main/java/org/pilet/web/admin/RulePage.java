package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.pilet.automation.DryRunReport;
import org.pilet.automation.DryRuns;
import org.pilet.automation.RuleDraft;
import org.pilet.automation.RuleGroupView;
import org.pilet.automation.RuleView;
import org.pilet.automation.Rules;
import org.pilet.platform.Settings;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.RuleWords;
import org.pilet.web.common.ShippedNames;
import org.pilet.web.common.Toasts;

/** One rule, put together line by line, tried on the past, and saved. */
@Named
@ViewScoped
public class RulePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Rules rules;

    @EJB
    private DryRuns dryRuns;

    @EJB
    private Queues queues;

    @Inject
    private Settings settings;

    @Inject
    private RuleOptions options;

    @Inject
    private RuleWords words;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    @Inject
    private ShippedNames names;

    private Long id;
    private Integer version;
    private String name;
    private long groupId;
    private boolean active = true;
    private String[] queueIds = {};
    private RuleLine trigger = new RuleLine();
    private RuleOutline conditions = RuleOutline.of(JsonValue.EMPTY_JSON_OBJECT);
    private ActionLines actions = ActionLines.begun();
    private DryRunReport report;
    private boolean removing;
    private boolean gone;

    public void load() {
        List<RuleGroupView> groups = rules.groups();
        if (id == null) {
            groupId = groups.get(groups.size() - 1).id();
            trigger.setKind("OPENED");
        } else {
            show(rules.view(id));
        }
    }

    public void addCondition(int group) {
        conditions.addCondition(group);
    }

    public void addBranch(int group) {
        conditions.addGroup(group);
    }

    public void removeCondition(int at) {
        conditions.remove(at);
    }

    /** Another kind was chosen; what it must be told is asked for now. */
    public void chosen() {
        report = null;
    }

    /** Looks at what it would have done within the last month. */
    public void dryRun() {
        report = null;
        report = dryRuns.dryRun(draft(), DryRuns.LONGEST_DAYS);
    }

    public void save() {
        show(rules.save(draft()));
        toasts.say(texts.get(active ? "rule.saved" : "rule.savedOff"));
    }

    public void askRemove() {
        removing = !removing;
    }

    public String remove() {
        rules.remove(id);
        gone = true;
        return "/admin/rules.xhtml?faces-redirect=true";
    }

    /** The actions of a line of the trial, in words. */
    public List<String> deeds(DryRunReport.DryRunLine line) {
        return line.steps().stream()
                .map(step -> words.action(actions.json(step, options)))
                .toList();
    }

    /** The rule in a sentence, as far as it is filled in. */
    public String getSummary() {
        return words.sentence(definition());
    }

    /** Where other systems call to wake the rule. */
    public String getHookAddress() {
        return settings.baseUrl() + "/api/v1/rules/" + (id == null ? "…" : id) + "/hook?ticket=…";
    }

    private void show(RuleView rule) {
        JsonObject definition = RuleWords.object(rule.definition());
        id = rule.id();
        version = rule.version();
        name = names.of(rule.name());
        groupId = rule.groupId();
        active = rule.active();
        queueIds = rule.queueIds().stream().map(String::valueOf).toArray(String[]::new);
        trigger = RuleLine.of(definition.getJsonObject("trigger"));
        conditions = RuleOutline.of(
                definition.get("conditions") instanceof JsonObject tree ? tree : JsonValue.EMPTY_JSON_OBJECT);
        actions = ActionLines.of(definition.getJsonArray("actions"));
    }

    private RuleDraft draft() {
        List<Long> inForce = Arrays.stream(queueIds).map(Long::valueOf).toList();
        return new RuleDraft(
                id,
                version,
                groupId,
                null,
                names.kept(name),
                active,
                inForce,
                definition().toString());
    }

    private JsonObject definition() {
        return Json.createObjectBuilder()
                .add("trigger", trigger.json(options.parameters("when", trigger.getKind())))
                .add("conditions", conditions.json(line -> line.json(options.parameters("if", line.getKind()))))
                .add("actions", actions.json(options))
                .build();
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

    public long getGroupId() {
        return groupId;
    }

    public void setGroupId(long groupId) {
        this.groupId = groupId;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String[] getQueueIds() {
        return queueIds.clone();
    }

    public void setQueueIds(String[] queueIds) {
        this.queueIds = queueIds.clone();
    }

    public RuleLine getTrigger() {
        return trigger;
    }

    public RuleOutline getConditions() {
        return conditions;
    }

    public ActionLines getActions() {
        return actions;
    }

    public RuleOutline.Join[] getJoins() {
        return RuleOutline.Join.values();
    }

    public List<RuleGroupView> getGroups() {
        return rules.groups();
    }

    public List<QueueView> getQueues() {
        return queues.active();
    }

    public DryRunReport getReport() {
        return report;
    }

    public boolean isRemoving() {
        return removing && !gone;
    }
}
