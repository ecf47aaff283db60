package org.pilet.automation.terms;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** Looks into the JSON that came by a webhook. */
public final class HookPayload {

    private HookPayload() {}

    /** What stands at the pointer (RFC 6901), as text; null when nothing does. */
    public static String at(String payload, String pointer) {
        if (payload == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(payload))) {
            JsonValue value = Json.createPointer(pointer).getValue(reader.readObject());
            return value instanceof JsonString text ? text.getString() : value.toString();
        } catch (JsonException nothingThere) {
            return null;
        } catch (IllegalArgumentException noPointer) {
            return null;
        }
    }
}
