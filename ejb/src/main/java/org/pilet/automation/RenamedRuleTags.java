package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.automation.RuleRewriteStore.Named;
import org.pilet.tickets.TagRenamed;

/** Rules and macros that name a tag name the one that it has become; and again the old one when that is undone. */
@Dependent
class RenamedRuleTags {

    private static final Set<String> KINDS = Set.of("tag", "untag");

    @Inject
    private RuleRewriteStore store;

    void renamed(@Observes TagRenamed event) {
        if (event.undone()) {
            store.bringBack(Named.TAG, event.changeId());
        } else {
            store.rewrite(Named.TAG, event.changeId(), each -> rewritten(each, event.tag(), event.became()));
        }
    }

    /** The same text where nothing in it names the tag. */
    static String rewritten(String definition, String tag, String became) {
        JsonObject before = RuleJson.object(definition);
        JsonValue after = rewritten(before, false, tag, became);
        return after.equals(before) ? definition : after.toString();
    }

    private static JsonValue rewritten(JsonValue value, boolean named, String tag, String became) {
        if (value instanceof JsonObject object) {
            boolean ours = KINDS.contains(object.getString("kind", ""));
            JsonObjectBuilder built = Json.createObjectBuilder();
            object.forEach(
                    (key, each) -> built.add(key, key.equals("kind") ? each : rewritten(each, ours, tag, became)));
            return built.build();
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            JsonArrayBuilder built = Json.createArrayBuilder();
            value.asJsonArray().forEach(each -> built.add(rewritten(each, named, tag, became)));
            return built.build();
        }
        return named && value instanceof JsonString text
                ? Json.createValue(renamed(text.getString(), tag, became))
                : value;
    }

    /** One tag, or several between commas; the same text where it is not among them. */
    private static String renamed(String tags, String tag, String became) {
        String[] all = tags.split("[;,]");
        return Arrays.stream(all).anyMatch(each -> each.strip().equalsIgnoreCase(tag))
                ? Arrays.stream(all)
                        .map(String::strip)
                        .map(each -> each.equalsIgnoreCase(tag) ? became : each)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : tags;
    }
}
