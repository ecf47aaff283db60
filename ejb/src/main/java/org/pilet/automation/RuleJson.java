package org.pilet.automation;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.pilet.platform.InvalidInput;

/** The JSON of rules and macros. */
final class RuleJson {

    private RuleJson() {}

    /** Refused with {@link InvalidInput} when it is no JSON object. */
    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text == null ? "" : text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException malformed) {
            throw new InvalidInput("definition", "malformed", malformed.getMessage());
        }
    }

    /** Empty when there is none; refused when it is something else. */
    static JsonObject part(JsonObject whole, String name) {
        JsonValue value = whole.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT);
        if (value instanceof JsonObject part) {
            return part;
        }
        throw new InvalidInput(name, "malformed", value.toString());
    }

    /** Empty when there is none; refused when it is something else. */
    static JsonArray list(JsonObject whole, String name) {
        JsonValue value = whole.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
        if (value instanceof JsonArray list) {
            return list;
        }
        throw new InvalidInput(name, "malformed", value.toString());
    }
}
