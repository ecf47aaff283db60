package org.pilet.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.automation.terms.Parameter;

/** A trigger, condition or action as it is being filled in. */
public class RuleLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private String kind;

    /** By parameter: a text, or several. */
    private final Map<String, Object> values = new HashMap<>();

    /** Of the JSON that a rule is kept in. */
    static RuleLine of(JsonObject written) {
        RuleLine line = new RuleLine();
        written.forEach((name, value) -> {
            if (name.equals("kind")) {
                line.kind = text(value);
            } else if (value instanceof JsonArray many) {
                line.values.put(name, many.stream().map(RuleLine::text).toArray(String[]::new));
            } else {
                line.values.put(name, text(value));
            }
        });
        return line;
    }

    /** The JSON of what has been filled in; what this kind need not be told is left out. */
    JsonObject json(List<Parameter> parameters) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (kind != null) {
            json.add("kind", kind);
        }
        for (Parameter parameter : parameters) {
            List<String> given = texts(values.get(parameter.name()));
            if (parameter.many() && !given.isEmpty()) {
                JsonArrayBuilder many = Json.createArrayBuilder();
                given.forEach(many::add);
                json.add(parameter.name(), many);
            } else if (!parameter.many() && !given.isEmpty()) {
                json.add(parameter.name(), given.get(0));
            }
        }
        return json.build();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind == null || kind.isBlank() ? null : kind;
    }

    public Map<String, Object> getValues() {
        return values;
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> many) {
            many.forEach(each -> texts.add(String.valueOf(each)));
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                texts.add(String.valueOf(Array.get(value, i)));
            }
        } else if (value != null && !String.valueOf(value).isBlank()) {
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
