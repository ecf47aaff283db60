package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pilet.automation.Macros;
import org.pilet.automation.Rules;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.Roles;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.CalendarView;
import org.pilet.sla.LadderAction;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyOptions;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;
import org.pilet.web.common.Language;
import org.pilet.web.common.PageTexts;

/** What a policy may be put together of: whom it can be for, what it can promise, and what can happen on the way. */
@Named
@ViewScoped
public class PolicyChoices implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private BusinessCalendars calendars;

    @EJB
    private Rules rules;

    @EJB
    private Macros macros;

    @Inject
    private PageTexts texts;

    private final Map<LadderAction.Argument, List<SelectItem>> arguments = new EnumMap<>(LadderAction.Argument.class);

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
}
