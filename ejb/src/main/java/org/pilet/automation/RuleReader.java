package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pilet.automation.actions.ActionKind;
import org.pilet.automation.conditions.ConditionKind;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;
import org.pilet.automation.terms.References;
import org.pilet.conversation.Placeholders;
import org.pilet.platform.InvalidInput;

/** Makes rules of the JSON that they are kept in, and refuses JSON that no rule can be made of, by the place. */
@Dependent
class RuleReader {

    private static final int DEEPEST = 6;
    private static final int LONGEST = 60;

    @Inject
    private Catalogue catalogue;

    RuleReader() {}

    RuleReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    TriggerKind trigger(JsonObject written, References references) {
        String name = kind(written, "trigger");
        TriggerKind kind = Arrays.stream(TriggerKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("trigger.kind", "unknown", name));
        Arguments arguments = new Arguments(written, "trigger");
        arguments.check(kind.parameters(), references);
        kind.check(arguments);
        return kind;
    }

    ConditionTree conditions(JsonObject written, References references) {
        return written == null || written.isEmpty() ? ConditionTree.ALWAYS : tree(written, "conditions", references, 0);
    }

    List<Step> steps(JsonArray written, References references) {
        if (written == null || written.isEmpty()) {
            throw new InvalidInput("actions", "required");
        }
        if (written.size() > LONGEST) {
            throw new InvalidInput("actions", "range", 1, LONGEST);
        }
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < written.size(); at++) {
            steps.add(step(object(written.get(at), "actions[" + at + "]"), "actions[" + at + "]", references));
        }
        return steps;
    }

    private Step step(JsonObject written, String path, References references) {
        String name = kind(written, path);
        ActionKind kind = catalogue.actions().get(name);
        if (kind == null) {
            throw new InvalidInput(path + ".kind", "unknown", name);
        }
        Arguments arguments = new Arguments(written, path);
        arguments.check(kind.parameters(), references);
        kind.check(arguments);
        for (Parameter parameter : kind.parameters()) {
            boolean words = parameter.type() == Parameter.Type.TEXT || parameter.type() == Parameter.Type.LONG_TEXT;
            if (words && arguments.has(parameter.name())) {
                Placeholders.requireKnown(arguments.at(parameter.name()), arguments.text(parameter.name()));
            }
        }
        return new Step(kind, arguments);
    }

    private ConditionTree tree(JsonObject written, String path, References references, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidInput(path, "range", 1, DEEPEST);
        }
        if (written.containsKey("all")) {
            return new ConditionTree.All(parts(written, "all", path, references, depth));
        }
        if (written.containsKey("any")) {
            List<ConditionTree> parts = parts(written, "any", path, references, depth);
            if (parts.isEmpty()) {
                throw new InvalidInput(path + ".any", "required");
            }
            return new ConditionTree.Any(parts);
        }
        if (written.containsKey("not")) {
            requireAlone(written, path);
            return new ConditionTree.Not(
                    tree(object(written.get("not"), path + ".not"), path + ".not", references, depth + 1));
        }
        return leaf(written, path, references);
    }

    private List<ConditionTree> parts(JsonObject written, String join, String path, References references, int depth) {
        requireAlone(written, path);
        if (!(written.get(join) instanceof JsonArray items)) {
            throw new InvalidInput(path + "." + join, "malformed", String.valueOf(written.get(join)));
        }
        if (items.size() > LONGEST) {
            throw new InvalidInput(path + "." + join, "range", 1, LONGEST);
        }
        List<ConditionTree> parts = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            String place = path + "." + join + "[" + at + "]";
            parts.add(tree(object(items.get(at), place), place, references, depth + 1));
        }
        return parts;
    }

    private ConditionTree leaf(JsonObject written, String path, References references) {
        String name = kind(written, path);
        ConditionKind kind = catalogue.conditions().get(name);
        if (kind == null) {
            throw new InvalidInput(path + ".kind", "unknown", name);
        }
        Arguments arguments = new Arguments(written, path);
        arguments.check(kind.parameters(), references);
        return new ConditionTree.Leaf(written, kind.given(arguments));
    }

    private static void requireAlone(JsonObject written, String path) {
        if (written.size() > 1) {
            String other = written.keySet().stream()
                    .filter(name -> !name.matches("all|any|not"))
                    .findFirst()
                    .orElse("not");
            throw new InvalidInput(path + "." + other, "unknown", other);
        }
    }

    private static String kind(JsonObject written, String path) {
        String name = written == null ? null : new Arguments(written, path).text("kind");
        if (name == null || name.isBlank()) {
            throw new InvalidInput(path + ".kind", "required");
        }
        return name;
    }

    private static JsonObject object(JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new InvalidInput(path, "malformed", String.valueOf(value));
    }
}
