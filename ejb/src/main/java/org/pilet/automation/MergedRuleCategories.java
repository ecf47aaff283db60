package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.pilet.automation.RuleRewriteStore.Named;
import org.pilet.catalog.CategoriesMerged;

/** Rules and macros that name a category name the one that it has become; and again the old one when that is undone. */
@Dependent
class MergedRuleCategories {

    private static final String KIND = "category";

    @Inject
    private RuleRewriteStore store;

    void merged(@Observes CategoriesMerged event) {
        if (event.undone()) {
            store.bringBack(Named.CATEGORY, event.mergeId());
        } else {
            store.rewrite(Named.CATEGORY, event.mergeId(), each -> rewritten(each, event.fromId(), event.intoId()));
        }
    }

    /** The same text where nothing in it names the category. */
    static String rewritten(String definition, long fromId, long intoId) {
        JsonObject before = RuleJson.object(definition);
        JsonValue after = rewritten(before, false, fromId, intoId);
        return after.equals(before) ? definition : after.toString();
    }

    private static JsonValue rewritten(JsonValue value, boolean named, long fromId, long intoId) {
        if (value instanceof JsonObject object) {
            boolean ours = object.containsKey("kind") && KIND.equals(object.getString("kind", null));
            JsonObjectBuilder built = Json.createObjectBuilder();
            object.forEach((key, each) -> built.add(key, rewritten(each, ours, fromId, intoId)));
            return built.build();
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            JsonArrayBuilder built = Json.createArrayBuilder();
            Stream<JsonValue> values = value.asJsonArray().stream().map(each -> rewritten(each, named, fromId, intoId));
            (named ? values.distinct() : values).forEach(built::add);
            return built.build();
        }
        boolean names = named && value instanceof JsonNumber number && number.longValue() == fromId;
        return names ? Json.createValue(intoId) : value;
    }
}
