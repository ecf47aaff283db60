package org.pilet.automation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.automation.terms.Happening;
import org.pilet.tickets.Field;

/**
 * What happened to which ticket, on its way through the outbox.
 *
 * @param key the same however often it is delivered
 * @param ticketId {@link #NO_TICKET} until the rule has opened one
 * @param chain the rules that brought it about, the first cause first
 */
record RuleEvent(String key, long ticketId, Happening happening, List<Long> chain) {

    static final long NO_TICKET = 0;

    /** The hour of a rule that is about no ticket yet. */
    static RuleEvent ofItsOwn(long ruleId, Instant slot) {
        Happening happening = Happening.forRule(Happening.Kind.SCHEDULE, slot, ruleId, null);
        return new RuleEvent("timetable:" + slot, NO_TICKET, happening, List.of());
    }

    boolean hasTicket() {
        return ticketId != NO_TICKET;
    }

    /** The same, about the ticket that was opened. */
    RuleEvent about(long openedId) {
        return new RuleEvent(key, openedId, happening, chain);
    }

    String json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("ticketId", ticketId)
                .add("kind", happening.kind().name())
                .add("at", happening.at().toString());
        add(json, "field", happening.field() == null ? null : happening.field().name());
        add(json, "oldValue", happening.oldValue());
        add(json, "newValue", happening.newValue());
        add(json, "actorId", text(happening.actorId()));
        add(json, "actorKind", happening.actorKind());
        add(json, "messageId", text(happening.messageId()));
        add(json, "metric", happening.metric());
        add(json, "ruleId", text(happening.ruleId()));
        add(json, "payload", happening.payload());
        add(json, "chain", chain.isEmpty() ? null : text(chain));
        return json.build().toString();
    }

    static RuleEvent of(String key, String json) {
        JsonObject given = RuleJson.object(json);
        Happening happening = new Happening(
                Happening.Kind.valueOf(given.getString("kind")),
                Instant.parse(given.getString("at")),
                given.containsKey("field") ? Field.valueOf(given.getString("field")) : null,
                given.getString("oldValue", null),
                given.getString("newValue", null),
                number(given, "actorId"),
                given.getString("actorKind", "SYSTEM"),
                number(given, "messageId"),
                given.getString("metric", null),
                number(given, "ruleId"),
                given.getString("payload", null));
        return new RuleEvent(key, number(given, "ticketId"), happening, chain(given.getString("chain", "")));
    }

    /** The chain once this rule has acted. */
    List<Long> chainWith(long ruleId) {
        List<Long> longer = new ArrayList<>(chain);
        longer.add(ruleId);
        return longer;
    }

    static String text(List<Long> chain) {
        return chain.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static List<Long> chain(String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",")).map(Long::valueOf).toList();
    }

    private static String text(Long number) {
        return number == null ? null : String.valueOf(number);
    }

    private static Long number(JsonObject given, String name) {
        if (!given.containsKey(name)) {
            return null;
        }
        String text = given.get(name).toString().replace("\"", "");
        return Long.valueOf(text);
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
