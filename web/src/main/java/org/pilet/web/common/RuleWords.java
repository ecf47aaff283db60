package org.pilet.web.common;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.automation.RuleCatalogue;
import org.pilet.automation.RuleView;
import org.pilet.automation.Rules;
import org.pilet.automation.terms.Parameter;

/** Tells rules in a sentence, in the reader's language. Names of records are looked up once a request. */
@Named
@RequestScoped
public class RuleWords {

    private static final int LONGEST = 60;

    @EJB
    private Rules rules;

    @Inject
    private Texts texts;

    @Inject
    private Viewer viewer;

    private final Map<Parameter.Type, Map<String, String>> names = new EnumMap<>(Parameter.Type.class);
    private Map<String, List<Parameter>> kinds;

    /** In the viewer's language. */
    public String of(RuleView rule) {
        return summary(viewer.getLanguage(), object(rule.definition()));
    }

    /** Of a trigger, condition or action alone, whose arguments are left open. */
    public String label(String sort, String kind) {
        return texts.format(viewer.getLanguage(), "rule." + sort + "." + kind, "…", "…", "…", "…");
    }

    /** In the viewer's language; what is not filled in yet is left open. */
    public String sentence(JsonObject definition) {
        return summary(viewer.getLanguage(), definition);
    }

    /** An action in the viewer's language. */
    public String action(JsonObject written) {
        return phrase(viewer.getLanguage(), "do", written);
    }

    /** A condition, or a tree of them, in the viewer's language. */
    public String condition(JsonObject written) {
        return tree(viewer.getLanguage(), written, true);
    }

    /** The actions of a definition alone, in the viewer's language. */
    public String steps(JsonObject definition) {
        return steps(viewer.getLanguage(), definition);
    }

    public String summary(Language language, JsonObject definition) {
        String when = phrase(language, "when", part(definition, "trigger"));
        JsonObject tree = part(definition, "conditions");
        String then = steps(language, definition);
        String conditions = tree(language, tree, true);
        return conditions.isEmpty()
                ? texts.format(language, "rule.summary.always", when, then)
                : texts.format(language, "rule.summary", when, conditions, then);
    }

    private String steps(Language language, JsonObject definition) {
        List<String> steps = new ArrayList<>();
        JsonArray actions = definition.getJsonArray("actions");
        if (actions != null) {
            actions.forEach(action -> steps.add(phrase(language, "do", action.asJsonObject())));
        }
        return joined(language, "rule.then", steps);
    }

    /** An action or condition by its sort ({@code do}, {@code if}, {@code when}). */
    public String phrase(Language language, String sort, JsonObject written) {
        String kind = written.getString("kind", "");
        if (kind.isEmpty()) {
            return "…";
        }
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : parameters(sort, kind)) {
            arguments.add(argument(language, kind, parameter, written.get(parameter.name())));
        }
        while (arguments.size() < 4) {
            arguments.add("");
        }
        return texts.format(language, "rule." + sort + "." + kind, arguments.toArray());
    }

    /** The JSON of a definition. */
    public static JsonObject object(String definition) {
        try (JsonReader reader = Json.createReader(new StringReader(definition))) {
            return reader.readObject();
        }
    }

    private String tree(Language language, JsonObject tree, boolean outermost) {
        if (tree.containsKey("all") || tree.containsKey("any")) {
            boolean all = tree.containsKey("all");
            List<String> parts = new ArrayList<>();
            for (JsonValue part : tree.getJsonArray(all ? "all" : "any")) {
                String told = tree(language, part.asJsonObject(), false);
                if (!told.isEmpty()) {
                    parts.add(told);
                }
            }
            String told = joined(language, all ? "rule.and" : "rule.or", parts);
            return outermost || parts.size() < 2 ? told : texts.format(language, "rule.nested", told);
        }
        if (tree.containsKey("not")) {
            return texts.format(language, "rule.not", tree(language, tree.getJsonObject("not"), true));
        }
        return tree.isEmpty() ? "" : phrase(language, "if", tree);
    }

    private String argument(Language language, String kind, Parameter parameter, JsonValue value) {
        if (value == null || value == JsonValue.NULL || value instanceof JsonArray none && none.isEmpty()) {
            return texts.in(language)
                    .getOrDefault("rule.without." + kind + "." + parameter.name(), parameter.required() ? "…" : "");
        }
        if (value instanceof JsonArray many) {
            List<String> words = new ArrayList<>();
            many.forEach(each -> words.add(word(language, parameter, each)));
            return joined(language, "rule.or", words);
        }
        return word(language, parameter, value);
    }

    private String word(Language language, Parameter parameter, JsonValue value) {
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return switch (parameter.type()) {
            case CHOICE -> texts.format(language, parameter.vocabulary() + "." + text);
            case MINUTES -> text.matches("\\d{1,9}") ? duration(language, Long.parseLong(text)) : text;
            case NUMBER -> text;
            case TEXT, LONG_TEXT -> texts.format(language, "rule.quoted", clipped(text));
            default -> names.computeIfAbsent(parameter.type(), rules::names).getOrDefault(text, "#" + text);
        };
    }

    private String duration(Language language, long minutes) {
        if (minutes != 0 && minutes % (24 * 60) == 0) {
            return texts.format(language, "time.days", minutes / (24 * 60));
        }
        return minutes != 0 && minutes % 60 == 0
                ? texts.format(language, "time.hours", minutes / 60)
                : texts.format(language, "time.minutes", minutes);
    }

    private String joined(Language language, String pattern, List<String> parts) {
        return parts.stream()
                .reduce((one, other) -> texts.format(language, pattern, one, other))
                .orElse("");
    }

    private List<Parameter> parameters(String sort, String kind) {
        if (kinds == null) {
            kinds = new HashMap<>();
            RuleCatalogue catalogue = rules.catalogue();
            catalogue.triggers().forEach(each -> kinds.put("when." + each.name(), each.parameters()));
            catalogue.conditions().forEach(each -> kinds.put("if." + each.name(), each.parameters()));
            catalogue.actions().forEach(each -> kinds.put("do." + each.name(), each.parameters()));
        }
        return kinds.getOrDefault(sort + "." + kind, List.of());
    }

    private static JsonObject part(JsonObject definition, String name) {
        return definition.get(name) instanceof JsonObject part ? part : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static String clipped(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
