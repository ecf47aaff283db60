package org.pilet.search;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pilet.tickets.AssessedBefore;
import org.pilet.tickets.QueueBefore;
import org.pilet.tickets.Status;
import org.pilet.tickets.StatusBefore;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.TicketView;

/**
 * What a macro has made of a ticket, as far as it can be taken back: the answers that wait, and whatever is different now
 * from what it was. Kept as text beside the ticket's part of the gesture.
 */
final class MacroTrace {

    private final JsonObject kept;

    private MacroTrace(JsonObject kept) {
        this.kept = kept;
    }

    /** All that a macro may change about a ticket. */
    record Seen(TicketView ticket, Set<Long> participants) {}

    static MacroTrace of(Seen was, Seen is, List<Long> held) {
        TicketView before = was.ticket();
        TicketView after = is.ticket();
        JsonObjectBuilder kept = Json.createObjectBuilder();
        if (!held.isEmpty()) {
            kept.add("held", numbers(held));
        }
        if (before.status() != after.status()
                || !Objects.equals(before.statusReason(), after.statusReason())
                || !Objects.equals(before.wakeUpAt(), after.wakeUpAt())) {
            kept.add("status", status(before, after.status()));
        }
        if (before.queueId() != after.queueId()) {
            JsonObjectBuilder queue =
                    Json.createObjectBuilder().add("was", before.queueId()).add("became", after.queueId());
            add(queue, "owner", before.ownerId());
            add(queue, "givenTo", after.ownerId());
            kept.add("queue", queue);
        } else if (!Objects.equals(before.ownerId(), after.ownerId())) {
            kept.add("owner", orNull(before.ownerId()));
        }
        if (!before.subject().equals(after.subject())) {
            kept.add("subject", before.subject());
        }
        if (before.type() != after.type()) {
            kept.add("type", before.type().name());
        }
        if (before.categoryId() != after.categoryId()) {
            kept.add("category", before.categoryId());
        }
        if (!Objects.equals(before.responsibleId(), after.responsibleId())) {
            kept.add("responsible", orNull(before.responsibleId()));
        }
        if (!Objects.equals(before.dueAt(), after.dueAt())) {
            kept.add(
                    "due",
                    before.dueAt() == null
                            ? JsonValue.NULL
                            : Json.createValue(before.dueAt().toString()));
        }
        if (before.escalated() != after.escalated()) {
            kept.add("escalated", before.escalated());
        }
        if (!AssessedBefore.of(before).equals(AssessedBefore.of(after))) {
            kept.add("assessed", AssessedBefore.of(before).text());
        }
        texts(kept, "tagged", without(after.tags(), before.tags()));
        texts(kept, "untagged", without(before.tags(), after.tags()));
        people(kept, "joined", without(is.participants(), was.participants()));
        people(kept, "left", without(was.participants(), is.participants()));
        return new MacroTrace(kept.build());
    }

    /** As {@link #text} wrote it. */
    static MacroTrace parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new MacroTrace(reader.readObject());
        }
    }

    String text() {
        return kept.toString();
    }

    /** The answers that wait, or have waited, by their ids. */
    List<Long> held() {
        return numbers("held");
    }

    /** Empty unless it is another one. */
    Optional<StatusBefore> status() {
        JsonObject status = kept.getJsonObject("status");
        return Optional.ofNullable(status)
                .filter(was -> !was.getString("was").equals(was.getString("became")))
                .map(was -> new StatusBefore(
                        Status.valueOf(was.getString("was")),
                        was.getString("reason", null),
                        instant(was, "wakeUp"),
                        instant(was, "resolved"),
                        instant(was, "closed"),
                        Status.valueOf(was.getString("became"))));
    }

    Optional<QueueBefore> queue() {
        JsonObject queue = kept.getJsonObject("queue");
        return Optional.ofNullable(queue)
                .map(was -> new QueueBefore(
                        was.getJsonNumber("was").longValue(),
                        number(was.get("owner")),
                        was.getJsonNumber("became").longValue()));
    }

    /** Who had the ticket after it had been moved, or null. */
    Long givenTo() {
        JsonObject queue = kept.getJsonObject("queue");
        return queue == null ? null : number(queue.get("givenTo"));
    }

    /** What takes the rest back, on the ticket as it is now. */
    List<TicketChange> back(TicketView now) {
        List<TicketChange> back = new ArrayList<>();
        JsonObject status = kept.getJsonObject("status");
        if (status != null && status().isEmpty()) { // the same, for another reason or until another day
            Status was = Status.valueOf(status.getString("was"));
            back.add(new TicketChange.SetStatus(was, status.getString("reason", null), instant(status, "wakeUp")));
        }
        if (kept.containsKey("owner")) {
            back.add(new TicketChange.Assign(number(kept.get("owner"))));
        }
        if (kept.containsKey("subject")) {
            back.add(new TicketChange.Rename(kept.getString("subject")));
        }
        if (kept.containsKey("type")) {
            back.add(new TicketChange.SetType(TicketType.valueOf(kept.getString("type"))));
        }
        if (kept.containsKey("category")) {
            back.add(new TicketChange.Categorise(number(kept.get("category"))));
        }
        if (kept.containsKey("responsible")) {
            back.add(new TicketChange.SetResponsible(number(kept.get("responsible"))));
        }
        if (kept.containsKey("due")) {
            back.add(new TicketChange.SetDueAt(instant(kept, "due")));
        }
        if (kept.containsKey("escalated")) {
            back.add(new TicketChange.SetEscalated(kept.getBoolean("escalated")));
        }
        if (kept.containsKey("assessed")) {
            back.addAll(AssessedBefore.parse(kept.getString("assessed"), now).back());
        }
        texts("tagged").forEach(tag -> back.add(new TicketChange.RemoveTag(tag)));
        texts("untagged").forEach(tag -> back.add(new TicketChange.AddTag(tag)));
        numbers("joined").forEach(person -> back.add(new TicketChange.RemoveParticipant(person)));
        numbers("left").forEach(person -> back.add(new TicketChange.AddParticipant(person)));
        return back;
    }

    private static JsonObjectBuilder status(TicketView before, Status became) {
        JsonObjectBuilder status =
                Json.createObjectBuilder().add("was", before.status().name()).add("became", became.name());
        add(status, "reason", before.statusReason());
        add(status, "wakeUp", before.wakeUpAt());
        add(status, "resolved", before.resolvedAt());
        add(status, "closed", before.closedAt());
        return status;
    }

    private static void add(JsonObjectBuilder to, String name, Object value) {
        if (value instanceof Long number) {
            to.add(name, number);
        } else if (value != null) {
            to.add(name, value.toString());
        }
    }

    private static JsonValue orNull(Long number) {
        return number == null ? JsonValue.NULL : Json.createValue(number);
    }

    private static Long number(JsonValue value) {
        return value instanceof JsonNumber number ? number.longValue() : null;
    }

    private static Instant instant(JsonObject of, String name) {
        return of.get(name) instanceof JsonString text ? Instant.parse(text.getString()) : null;
    }

    private static <T> List<T> without(Collection<T> all, Collection<T> these) {
        return all.stream().filter(each -> !these.contains(each)).toList();
    }

    private static void texts(JsonObjectBuilder kept, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            texts.forEach(array::add);
            kept.add(name, array);
        }
    }

    private static void people(JsonObjectBuilder kept, String name, List<Long> ids) {
        if (!ids.isEmpty()) {
            kept.add(name, numbers(ids));
        }
    }

    private static JsonArrayBuilder numbers(List<Long> ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        ids.forEach(array::add);
        return array;
    }

    private List<String> texts(String name) {
        JsonArray array = kept.containsKey(name) ? kept.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private List<Long> numbers(String name) {
        JsonArray array = kept.containsKey(name) ? kept.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
        return array.getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::longValue)
                .toList();
    }
}
