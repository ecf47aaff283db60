package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.pilet.automation.RuleRunView;
import org.pilet.automation.RuleRuns;
import org.pilet.automation.RunState;
import org.pilet.platform.Page;
import org.pilet.tickets.TicketFinder;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.RuleWords;
import org.pilet.web.common.Toasts;

/** What rules have done, newest first: of all, of one rule, on one ticket. */
@Named
@ViewScoped
public class RuleRunsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;

    @EJB
    private RuleRuns runs;

    @EJB
    private TicketFinder finder;

    @Inject
    private RuleWords words;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private Long rule;
    private String ticket;
    private RunState state;
    private String after;
    private List<RuleRunView> rows = List.of();
    private String next;

    /** A condition of a run, and whether it held. */
    public record Part(String words, boolean held) {}

    public void load() {
        Long ticketId = ticket == null || ticket.isBlank() ? null : finder.idOf(ticket);
        Page<RuleRunView> page = runs.log(rule, ticketId, state, cursor(), SIZE);
        rows = page.rows();
        next = page.next();
    }

    public void retry(RuleRunView run) {
        runs.retry(run.id());
        toasts.say(texts.get("runs.retried"));
        load();
    }

    /** The conditions of a run, each with whether it held. */
    public List<Part> why(RuleRunView run) {
        List<Part> parts = new ArrayList<>();
        if (run.why() != null) {
            collect(RuleWords.object(run.why()), parts);
        }
        return parts;
    }

    /** What was done, a line each. */
    public List<String> did(RuleRunView run) {
        List<String> lines = new ArrayList<>();
        if (run.did() != null) {
            try (JsonReader reader = Json.createReader(new StringReader(run.did()))) {
                for (JsonValue each : reader.readArray()) {
                    JsonObject deed = each.asJsonObject();
                    lines.add(texts.get("runs.did." + deed.getString("did")) + ": " + deed.getString("about"));
                }
            }
        }
        return lines;
    }

    private void collect(JsonObject tree, List<Part> parts) {
        for (String join : new String[] {"all", "any"}) {
            if (tree.get(join) instanceof JsonArray children) {
                children.forEach(child -> collect(child.asJsonObject(), parts));
                return;
            }
        }
        boolean held = tree.getBoolean("held", false);
        parts.add(new Part(words.condition(tree), held));
    }

    private String cursor() {
        return after != null && after.matches("\\d{1,18}") ? after : null;
    }

    public List<RuleRunView> getRows() {
        return rows;
    }

    public String getNext() {
        return next;
    }

    public RunState[] getStates() {
        return RunState.values();
    }

    /** What all addresses of this list share. */
    public String getQuery() {
        return "rule=" + (rule == null ? "" : rule) + "&ticket=" + (ticket == null ? "" : ticket);
    }

    public Long getRule() {
        return rule;
    }

    public void setRule(Long rule) {
        this.rule = rule;
    }

    public String getTicket() {
        return ticket;
    }

    public void setTicket(String ticket) {
        this.ticket = ticket == null ? null : ticket.replaceAll("[^0-9]", "");
    }

    public RunState getState() {
        return state;
    }

    public void setState(RunState state) {
        this.state = state;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
