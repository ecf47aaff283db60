package org.pilet.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;

/** Changes of a ticket's properties as a merge patch (RFC 7396): what is named is set, null takes it away. */
final class TicketPatch {

    private static final String NOTE = "note";

    private static final Map<String, Function<JsonValue, List<TicketChange>>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("subject", value -> List.of(new TicketChange.Rename(text("subject", value))));
        FIELDS.put(
                "priority",
                value -> List.of(new TicketChange.SetPriority(Input.required(
                        "priority", Input.choice("priority", Priority.class, text("priority", value))))));
        FIELDS.put(
                "impact",
                value -> List.of(
                        new TicketChange.SetImpact(Input.choice("impact", Impact.class, Input.text("impact", value)))));
        FIELDS.put(
                "urgency",
                value -> List.of(new TicketChange.SetUrgency(
                        Input.choice("urgency", Urgency.class, Input.text("urgency", value)))));
        FIELDS.put("priorityByHand", TicketPatch::byHand);
        FIELDS.put(
                "type",
                value -> List.of(new TicketChange.SetType(
                        Input.required("type", Input.choice("type", TicketType.class, text("type", value))))));
        FIELDS.put("categoryId", value -> List.of(new TicketChange.Categorise(id("categoryId", value))));
        FIELDS.put("queueId", value -> List.of(new TicketChange.Move(id("queueId", value))));
        FIELDS.put("ownerId", value -> List.of(new TicketChange.Assign(Input.number("ownerId", value))));
        FIELDS.put(
                "responsibleId",
                value -> List.of(new TicketChange.SetResponsible(Input.number("responsibleId", value))));
        FIELDS.put(
                "dueAt",
                value -> List.of(new TicketChange.SetDueAt(Input.instant("dueAt", Input.text("dueAt", value)))));
        FIELDS.put("escalated", value -> List.of(new TicketChange.SetEscalated(Input.flag("escalated", value))));
        FIELDS.put(
                "removeTags",
                value -> each("removeTags", value, item -> new TicketChange.RemoveTag(text("removeTags", item))));
        FIELDS.put("addTags", value -> each("addTags", value, item -> new TicketChange.AddTag(text("addTags", item))));
        FIELDS.put(
                "addParticipants",
                value -> each(
                        "addParticipants",
                        value,
                        item -> new TicketChange.AddParticipant(id("addParticipants", item))));
    }

    private TicketPatch() {}

    /** The internal note that goes along when the ticket is handed on to a queue or an owner; null: none. */
    static String note(JsonObject patch) {
        if (!patch.containsKey(NOTE)) {
            return null;
        }
        if (!patch.containsKey("queueId") && !patch.containsKey("ownerId")) {
            throw new InvalidInput("queueId", "required");
        }
        return text(NOTE, patch.get(NOTE));
    }

    /** The names that may be set. */
    static Set<String> fields() {
        return Stream.concat(FIELDS.keySet().stream(), Stream.of(NOTE)).collect(Collectors.toSet());
    }

    /** In an order of their own: the queue before the owner, who must be of it. Unknown names are refused. */
    static List<TicketChange> changes(JsonObject patch) {
        patch.keySet().stream()
                .filter(name -> !FIELDS.containsKey(name) && !name.equals(NOTE))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInput(name, "unknown", name);
                });
        List<TicketChange> changes = new ArrayList<>();
        FIELDS.forEach((name, reader) -> {
            if (patch.containsKey(name)) {
                changes.addAll(reader.apply(patch.get(name)));
            }
        });
        return changes;
    }

    /** Only a priority makes it so. */
    private static List<TicketChange> byHand(JsonValue value) {
        if (Input.flag("priorityByHand", value)) {
            throw new InvalidInput("priorityByHand", "malformed", value.toString());
        }
        return List.of(new TicketChange.FollowMatrix());
    }

    private static List<TicketChange> each(String field, JsonValue value, Function<JsonValue, TicketChange> change) {
        if (value instanceof JsonArray items) {
            return items.stream().map(change).toList();
        }
        throw new InvalidInput(field, "malformed", value.toString());
    }

    private static String text(String field, JsonValue value) {
        return Input.required(field, Input.text(field, value));
    }

    private static long id(String field, JsonValue value) {
        return Input.required(field, Input.number(field, value));
    }
}
