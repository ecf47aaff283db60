package org.pilet.automation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Facts;

/** When a rule applies: conditions joined by all, any and not. */
sealed interface ConditionTree {

    ConditionTree ALWAYS = new All(List.of());

    boolean holds(Facts facts);

    /** The tree as it was written, with what each part made of the facts. */
    JsonObject explain(Facts facts);

    /** Every part holds; true without any. */
    record All(List<ConditionTree> parts) implements ConditionTree {

        @Override
        public boolean holds(Facts facts) {
            for (ConditionTree part : parts) {
                if (!part.holds(facts)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public JsonObject explain(Facts facts) {
            return explained("all", parts, holds(facts), facts);
        }
    }

    /** At least one part holds. */
    record Any(List<ConditionTree> parts) implements ConditionTree {

        @Override
        public boolean holds(Facts facts) {
            for (ConditionTree part : parts) {
                if (part.holds(facts)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public JsonObject explain(Facts facts) {
            return explained("any", parts, holds(facts), facts);
        }
    }

    /** The part does not hold. */
    record Not(ConditionTree part) implements ConditionTree {

        @Override
        public boolean holds(Facts facts) {
            return !part.holds(facts);
        }

        @Override
        public JsonObject explain(Facts facts) {
            return Json.createObjectBuilder()
                    .add("not", part.explain(facts))
                    .add("held", holds(facts))
                    .build();
        }
    }

    /** One condition. */
    record Leaf(JsonObject written, Predicate<Facts> question) implements ConditionTree {

        @Override
        public boolean holds(Facts facts) {
            return question.test(facts);
        }

        @Override
        public JsonObject explain(Facts facts) {
            return Json.createObjectBuilder(written).add("held", holds(facts)).build();
        }
    }

    private static JsonObject explained(String join, List<ConditionTree> parts, boolean held, Facts facts) {
        JsonArrayBuilder each = Json.createArrayBuilder();
        parts.forEach(part -> each.add(part.explain(facts)));
        return Json.createObjectBuilder().add(join, each).add("held", held).build();
    }
}
