package org.pilet.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pilet.conversation.Placeholders;

/** What a rule or a macro does, line by line in its order, while somebody puts it together. */
public class ActionLines implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<RuleLine> lines = new ArrayList<>();

    /** Those of a definition. */
    static ActionLines of(JsonArray kept) {
        ActionLines actions = new ActionLines();
        kept.forEach(each -> actions.lines.add(RuleLine.of(each.asJsonObject())));
        return actions;
    }

    /** To begin with, one that is still to be chosen. */
    static ActionLines begun() {
        ActionLines actions = new ActionLines();
        actions.add();
        return actions;
    }

    public void add() {
        lines.add(new RuleLine());
    }

    public void remove(int at) {
        lines.remove(at);
    }

    public void moveUp(int at) {
        if (at > 0) {
            lines.add(at - 1, lines.remove(at));
        }
    }

    /** As far as it is filled in. */
    JsonArray json(RuleOptions options) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        lines.forEach(line -> steps.add(json(line, options)));
        return steps.build();
    }

    JsonObject json(int at, RuleOptions options) {
        return json(lines.get(at), options);
    }

    private static JsonObject json(RuleLine line, RuleOptions options) {
        return line.json(options.parameters("do", line.getKind()));
    }

    public List<RuleLine> getLines() {
        return lines;
    }

    /** What texts of actions may name. */
    public String getPlaceholders() {
        return Placeholders.NAMES.stream()
                .sorted()
                .map(each -> "{{" + each + "}}")
                .collect(Collectors.joining(" "));
    }
}
