package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.automation.Macros;
import org.pilet.automation.Rules;
import org.pilet.automation.terms.Parameter;
import org.pilet.people.People;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.CalendarView;
import org.pilet.sla.LadderAction;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyConditions;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.PolicyOptions;
import org.pilet.sla.PolicyView;
import org.pilet.sla.SlaImpact;
import org.pilet.sla.SlaImpacts;
import org.pilet.sla.SlaPolicies;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;
import org.pilet.web.common.Language;
import org.pilet.web.common.PageTexts;

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
    private Rules rules;

    @EJB
    private Macros macros;

    @EJB
    private People people;

    @Inject
    private SlaChange change;

    @Inject
    private PageTexts texts;

    private Long id;
    private int version;
    private String name;
    private int position;
    private boolean active = true;
    private long calendarId;
    private final Map<String, Object> chosen = new HashMap<>();
    private String tags;
    private String customers;
    private final List<TargetLine> targets = Arrays.stream(Metric.values())
            .map(metric -> new TargetLine(metric, false))
            .toList();
    private final List<TargetLine> reopenTargets =
            SOLVED.stream().map(metric -> new TargetLine(metric, true)).toList();
    private List<LevelLine> levels = new ArrayList<>();
    private PolicyOptions.Reopening reopening = PolicyOptions.USUAL.reopening();
    private PolicyOptions.AgentTickets agentTickets = PolicyOptions.USUAL.agentTickets();
    private SlaImpact impact;
    private final Map<LadderAction.Argument, List<SelectItem>> arguments = new EnumMap<>(LadderAction.Argument.class);

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
                conditions(),
                Stream.concat(targets.stream(), anew ? reopenTargets.stream() : Stream.empty())
                        .flatMap(line -> line.targets().stream())
                        .toList(),
                pauses,
                LevelLine.levels(levels),
                new PolicyOptions(reopening, agentTickets));
    }

    private PolicyConditions conditions() {
        return new PolicyConditions(
                read("organisations", Long::valueOf),
                addresses().map(this::personOf).collect(Collectors.toSet()),
                read("services", Long::valueOf),
                read("queues", Long::valueOf),
                read("types", TicketType::valueOf),
                read("priorities", Priority::valueOf),
                read("languages", Function.identity()),
                split(tags).collect(Collectors.toSet()),
                read("channels", Channel::valueOf));
    }

    private Stream<String> addresses() {
        return split(customers);
    }

    private long personOf(String address) {
        return people.byAddress(address)
                .orElseThrow(() -> new InvalidInput("customers", "unknown", address))
                .id();
    }

    private static Stream<String> split(String typed) {
        return Arrays.stream((typed == null ? "" : typed).split("[,;\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private <T> Set<T> read(String field, Function<String, T> parser) {
        Object values = chosen.get(field);
        Stream<?> all = values instanceof Collection<?> several
                ? several.stream()
                : values instanceof Object[] array ? Arrays.stream(array) : Stream.empty();
        return all.map(String::valueOf).map(parser).collect(Collectors.toSet());
    }

    private void choose(String field, Collection<?> values) {
        chosen.put(field, values.stream().map(PolicyPage::key).collect(Collectors.toCollection(ArrayList::new)));
    }

    private static String key(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    private void show(PolicyView view) {
        PolicyDraft content = view.content();
        id = view.id();
        version = view.version();
        name = content.name();
        position = content.position();
        active = content.active();
        calendarId = content.calendarId();
        choose("organisations", content.conditions().organisations());
        choose("services", content.conditions().services());
        choose("queues", content.conditions().queues());
        choose("types", content.conditions().types());
        choose("priorities", content.conditions().priorities());
        choose("languages", content.conditions().languages());
        choose("channels", content.conditions().channels());
        tags = content.conditions().tags().stream().sorted().collect(Collectors.joining(", "));
        customers = content.conditions().customers().stream()
                .map(each -> people.view(each).email())
                .sorted()
                .collect(Collectors.joining(", "));
        targets.forEach(
                line -> line.show(content.targets(), content.pauses().getOrDefault(line.getMetric(), Set.of())));
        reopenTargets.forEach(line -> line.show(content.targets(), Set.of()));
        levels = new ArrayList<>(LevelLine.of(content.levels()));
        reopening = content.options().reopening();
        agentTickets = content.options().agentTickets();
        impact = null;
    }

    /** What an action may name; nothing when it names nothing or is to be typed. */
    public List<SelectItem> named(LadderAction action) {
        return arguments.computeIfAbsent(action.argument(), argument -> switch (argument) {
            case PERSON -> records(Parameter.Type.PERSON);
            case QUEUE -> records(Parameter.Type.QUEUE);
            case WEBHOOK -> records(Parameter.Type.WEBHOOK);
            case MACRO ->
                macros.all().stream()
                        .map(macro -> new SelectItem(String.valueOf(macro.id()), macro.name()))
                        .toList();
            case ROLE ->
                Stream.of(Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR)
                        .map(role -> new SelectItem(role, texts.get("Role." + role)))
                        .toList();
            default -> List.of();
        });
    }

    private List<SelectItem> records(Parameter.Type type) {
        return rules.names(type).entrySet().stream()
                .map(each -> new SelectItem(each.getKey(), each.getValue()))
                .toList();
    }

    public List<SelectItem> getQueues() {
        return records(Parameter.Type.QUEUE);
    }

    public List<SelectItem> getOrganisations() {
        return records(Parameter.Type.ORGANISATION);
    }

    public List<SelectItem> getServices() {
        return records(Parameter.Type.CATEGORY);
    }

    public List<SelectItem> getLanguages() {
        return Arrays.stream(Language.values())
                .map(language -> new SelectItem(language.getTag(), language.getOwnName()))
                .toList();
    }

    public List<SelectItem> getTypes() {
        return constants(TicketType.values());
    }

    public List<SelectItem> getChannels() {
        return constants(Channel.values());
    }

    public List<SelectItem> getPriorityItems() {
        return constants(Priority.values());
    }

    private List<SelectItem> constants(Enum<?>... all) {
        return Arrays.stream(all)
                .map(each -> new SelectItem(each.name(), texts.the(each)))
                .toList();
    }

    public List<Status> getPausing() {
        return Arrays.stream(Status.values()).filter(Status::isOpen).toList();
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public Metric[] getMetrics() {
        return Metric.values();
    }

    public LadderAction[] getActions() {
        return LadderAction.values();
    }

    public PolicyOptions.Reopening[] getReopenings() {
        return PolicyOptions.Reopening.values();
    }

    public PolicyOptions.AgentTickets[] getAgentTicketChoices() {
        return PolicyOptions.AgentTickets.values();
    }

    public List<CalendarView> getCalendars() {
        return calendars.all();
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

    public List<TargetLine> getTargets() {
        return targets;
    }

    public List<TargetLine> getReopenTargets() {
        return reopenTargets;
    }

    public List<LevelLine> getLevels() {
        return levels;
    }

    public Map<String, Object> getChosen() {
        return chosen;
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

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public String getCustomers() {
        return customers;
    }

    public void setCustomers(String customers) {
        this.customers = customers;
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
