package org.pilet.automation;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.automation.terms.ClockFacts;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.automation.terms.OpenCalendars;
import org.pilet.automation.terms.TicketFacts;
import org.pilet.automation.terms.TicketSketch;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;

/**
 * A ticket with all its history, which can say how it was at any moment: what has happened since is taken back, line by
 * line. Reasons of a status are not in the history, so those of the past are not known.
 */
record PastTicket(
        TicketFacts today, List<PastStore.Event> events, List<PastStore.Said> messages, List<ClockFacts> clocks) {

    /** As it was right after that event. */
    Facts after(PastStore.Event event, Happening happening, OpenCalendars calendars) {
        int at = events.indexOf(event);
        return facts(events.subList(at + 1, events.size()), event.at(), happening, calendars);
    }

    /** As it was at that instant. */
    Facts at(Instant instant, Happening happening, OpenCalendars calendars) {
        List<PastStore.Event> since =
                events.stream().filter(event -> event.at().isAfter(instant)).toList();
        return facts(since, instant, happening, calendars);
    }

    /** The values that this date has had. */
    Set<Instant> values(Moment moment) {
        Stream<Instant> values =
                switch (moment) {
                    case CREATED -> Stream.of(today.createdAt());
                    case CHANGED -> events.stream().map(PastStore.Event::at);
                    case STATUS_SINCE -> Stream.concat(Stream.of(today.createdAt()), times("STATUS_CHANGED"));
                    case DUE ->
                        Stream.concat(
                                Stream.ofNullable(today.dueAt()),
                                events.stream()
                                        .filter(event -> event.kind().equals("DUE_AT_CHANGED"))
                                        .map(event -> instant(event.oldValue())));
                    case WAKE_UP -> Stream.ofNullable(today.wakeUpAt());
                    case ASSIGNED -> Stream.ofNullable(today.assignedAt());
                    case FIRST_RESPONSE -> Stream.ofNullable(today.firstResponseAt());
                    case RESOLVED -> Stream.ofNullable(today.resolvedAt());
                    case CLOSED ->
                        events.stream()
                                .filter(event -> event.kind().equals("STATUS_CHANGED")
                                        && Status.CLOSED.name().equals(event.newValue()))
                                .map(PastStore.Event::at);
                    case LAST_CUSTOMER_MESSAGE -> said("CUSTOMER");
                    case LAST_AGENT_REPLY -> said("AGENT");
                    case PROMISE_DUE -> clocks.stream().map(ClockFacts::dueAt);
                };
        return values.filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the date had that value then; what nobody keeps the history of is taken to have had. */
    static boolean had(Moment moment, Instant value, TicketFacts then) {
        return switch (moment) {
            case STATUS_SINCE -> value.equals(then.statusSince());
            case CHANGED -> value.equals(then.changedAt());
            case DUE -> value.equals(then.dueAt());
            case LAST_CUSTOMER_MESSAGE -> value.equals(then.lastCustomerAt());
            case LAST_AGENT_REPLY -> value.equals(then.lastAgentAt());
            case RESOLVED -> value.equals(then.resolvedAt());
            default -> true;
        };
    }

    private Facts facts(List<PastStore.Event> since, Instant now, Happening happening, OpenCalendars calendars) {
        TicketSketch sketch = new TicketSketch(today);
        for (int i = since.size() - 1; i >= 0; i--) {
            takeBack(sketch, since.get(i));
        }
        List<PastStore.Event> before = events.subList(0, Math.max(0, events.size() - since.size()));
        sketch.changedAt = before.isEmpty()
                ? today.createdAt()
                : before.get(before.size() - 1).at();
        sketch.statusSince = before.stream()
                .filter(event -> event.kind().equals("STATUS_CHANGED"))
                .map(PastStore.Event::at)
                .reduce(today.createdAt(), (one, other) -> other);
        sketch.assignedAt = notAfter(today.assignedAt(), now);
        sketch.firstResponseAt = notAfter(today.firstResponseAt(), now);
        sketch.resolvedAt = notAfter(today.resolvedAt(), now);
        sketch.lastCustomerAt = last("CUSTOMER", now);
        sketch.lastAgentAt = last("AGENT", now);
        return new Facts(happening, sketch.facts(), () -> message(happening), () -> clocks, calendars, now);
    }

    private static void takeBack(TicketSketch sketch, PastStore.Event event) {
        String old = event.oldValue();
        switch (event.kind()) {
            case "SUBJECT_CHANGED" -> sketch.subject = old;
            case "STATUS_CHANGED" -> {
                sketch.status = Status.valueOf(old);
                sketch.statusReason = null;
                sketch.wakeUpAt = null;
            }
            case "PRIORITY_CHANGED" -> sketch.priority = Priority.valueOf(old);
            case "IMPACT_CHANGED" -> sketch.impact = old == null ? null : Impact.valueOf(old);
            case "URGENCY_CHANGED" -> sketch.urgency = old == null ? null : Urgency.valueOf(old);
            case "TYPE_CHANGED" -> sketch.type = TicketType.valueOf(old);
            case "CATEGORY_CHANGED" -> {
                sketch.categoryId = Long.parseLong(old);
                sketch.categoryIds = Set.of(sketch.categoryId);
            }
            case "QUEUE_CHANGED" -> sketch.queueId = Long.parseLong(old);
            case "OWNER_CHANGED" -> sketch.ownerId = number(old);
            case "RESPONSIBLE_CHANGED" -> sketch.responsibleId = number(old);
            case "DUE_AT_CHANGED" -> sketch.dueAt = instant(old);
            case "TAGS_CHANGED" -> sketch.tags = words(old);
            case "PARTICIPANTS_CHANGED" ->
                sketch.participantIds = words(old.replaceAll("[\\[\\]]", "")).stream()
                        .map(Long::valueOf)
                        .collect(Collectors.toSet());
            case "ESCALATED_CHANGED" -> sketch.escalated = Boolean.parseBoolean(old);
            default -> {
                // no field of the ticket
            }
        }
    }

    private MessageFacts message(Happening happening) {
        return messages.stream()
                .filter(said -> happening.messageId() == null || said.id() == happening.messageId())
                .findFirst()
                .map(PastStore.Said::facts)
                .orElse(MessageFacts.NONE);
    }

    private Stream<Instant> times(String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).map(PastStore.Event::at);
    }

    private Stream<Instant> said(String origin) {
        return messages.stream()
                .filter(said -> said.isPublic() && said.origin().equals(origin))
                .map(PastStore.Said::at);
    }

    private Instant last(String origin, Instant now) {
        return said(origin)
                .filter(at -> !at.isAfter(now))
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static Instant notAfter(Instant instant, Instant now) {
        return instant == null || instant.isAfter(now) ? null : instant;
    }

    private static Long number(String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Set<String> words(String text) {
        return text == null || text.isBlank()
                ? Set.of()
                : Arrays.stream(text.split(", ")).collect(Collectors.toSet());
    }
}
