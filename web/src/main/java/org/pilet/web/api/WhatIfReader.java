package org.pilet.web.api;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.PolicyView;
import org.pilet.sla.WhatIfCase;
import org.pilet.sla.WhatIfEvent;
import org.pilet.sla.WhatIfTicket;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

/** Reads a what-if case. What it says of itself, and what it may leave out, is told in the API's description. */
final class WhatIfReader {

    private static final int MOST_EVENTS = 2000;
    private static final String[] INSTANT = {"at", "time", "timestamp", "instant", "when", "occurredAt", "date"};

    private final Loose whole;
    private final WhatIfRules rules;
    private final List<WhatIfEvent> events = new ArrayList<>();
    private final Map<String, Instant> placed = new LinkedHashMap<>();
    private WhatIfHappenings happenings;
    private Long chosenPolicy;
    private ZoneId zone = ZoneOffset.UTC;
    private Loose creation;
    private boolean byAgent;

    WhatIfReader(JsonObject body, BusinessCalendars calendars) {
        whole = new Loose("", body);
        rules = new WhatIfRules(calendars);
    }

    /** @param stored the policies of this installation, for a case that asks for them */
    static WhatIfCase read(JsonObject body, List<PolicyView> stored, BusinessCalendars calendars) {
        return new WhatIfReader(body, calendars).read(stored);
    }

    /** By their paths: what of the case nobody has asked for, once it is read. */
    List<String> ignored() {
        return whole.unheard();
    }

    WhatIfCase read(List<PolicyView> stored) {
        policies(stored);
        happenings = new WhatIfHappenings(rules, whole, zone, countsPublicNotes());
        List<Loose> told = whole.need("events", "history").items();
        if (told.size() > MOST_EVENTS) {
            throw new InvalidInput("events", "range", 1, MOST_EVENTS);
        }
        told.forEach(this::event);
        WhatIfTicket ticket = ticket(whole.any("ticket").orElse(whole));
        Optional<Loose> looked = whole.any("asOf", "now", "evaluateAt", "at", "until", "lookAt", "seenAt");
        Instant asOf = looked.map(at -> at.instant(zone)).orElse(null);
        looked.ifPresent(at -> notBefore(at.path(), asOf, ticket.createdAt()));
        placed.forEach((path, at) -> notBefore(path + ".at", at, ticket.createdAt()));
        return new WhatIfCase(rules.policies(), rules.calendars(), ZoneOffset.UTC, ticket, events, asOf);
    }

    private static void notBefore(String path, Instant at, Instant created) {
        if (at.isBefore(created)) {
            throw new InvalidInput(path, "notBefore", created);
        }
    }

    /** Said of the case, or of any of its policies. */
    private boolean countsPublicNotes() {
        List<Loose> sayers = new ArrayList<>(List.of(whole));
        whole.any("policy").ifPresent(sayers::add);
        whole.any("policies").ifPresent(several -> sayers.addAll(several.items()));
        return sayers.stream()
                .anyMatch(sayer -> sayer.any("options").orElse(sayer).flag("countPublicNotes", "publicNotesCount")
                        || sayer.flag("countPublicNotes", "publicNotesCount"));
    }

    private void policies(List<PolicyView> stored) {
        Optional<Loose> several = whole.any("policies");
        Optional<Loose> one = whole.any("policy");
        if (several.isPresent() && several.get().isText()) {
            if (!Loose.plain(several.get().text()).equals("stored")) {
                throw several.get().unknown();
            }
            rules.takeStored(stored);
        } else if (several.isPresent()) {
            several.get().items().forEach(policy -> rules.policy(policy, whole, true));
        } else {
            rules.policy(one.filter(Loose::isObject).orElse(whole), whole, true);
        }
        if (rules.policies().isEmpty()) {
            throw new InvalidInput("policies", "required");
        }
        String name = rules.zoneOf(rules.policies().get(0).id());
        zone = name == null ? ZoneOffset.UTC : ZoneId.of(name);
        chosenPolicy = one.filter(Loose::isText).map(rules::policyNamed).orElse(null);
    }

    private WhatIfTicket ticket(Loose given) {
        Optional<Loose> beginning = Optional.ofNullable(creation);
        Loose made = beginning.orElse(given);
        Instant createdAt = beginning
                .map(event -> event.need(INSTANT))
                .or(() -> given.any("createdAt", "created"))
                .orElseThrow(() -> new InvalidInput("events", "neverCreated"))
                .instant(zone);
        return new WhatIfTicket(
                createdAt,
                byAgent || made.flag("byAgent", "createdByAgent"),
                made.flag("answered", "answeredCall"),
                made.flag("owned", "assigned"),
                either(made, given, "status").map(WhatIfWords::status).orElse(Status.NEW),
                either(made, given, "priority").map(WhatIfWords::priority).orElse(Priority.NORMAL),
                given.isObject() && given.path().equals("ticket")
                        ? given.any("policy").map(rules::policyNamed).orElse(chosenPolicy)
                        : chosenPolicy,
                either(made, given, "queue", "queueId").map(rules::number).orElse(0L),
                either(made, given, "team", "teamId", "group")
                        .map(rules::number)
                        .orElse(null),
                either(made, given, "organisation", "organization", "organisationId")
                        .map(rules::number)
                        .orElse(null),
                either(made, given, "customer", "requester", "customerId")
                        .map(rules::number)
                        .orElse(null),
                either(made, given, "service", "services", "category", "categoryId")
                        .map(rules::numbers)
                        .orElse(Set.of()),
                kind(made, given),
                either(made, given, "language").map(Loose::text).orElse(null),
                either(made, given, "tags", "tag").map(WhatIfWords::tags).orElse(Set.of()),
                either(made, given, "channel")
                        .map(channel -> channel.choice(Channel.class))
                        .orElse(null));
    }

    /** In an event, {@code type} says what happens, and {@code ticketType} what kind of request it is. */
    private TicketType kind(Loose made, Loose given) {
        Optional<Loose> kind = made.any("ticketType");
        return kind.or(() -> given == whole ? whole.any("ticketType") : given.any("type", "ticketType"))
                .map(type -> type.choice(TicketType.class))
                .orElse(null);
    }

    private static Optional<Loose> either(Loose one, Loose other, String... names) {
        return one.any(names).or(() -> other.any(names));
    }

    private void event(Loose given) {
        Loose type = given.need("type", "event", "kind", "name", "action");
        String name = Loose.plain(type.text());
        switch (name) {
            case "created", "create", "ticketcreated", "createdbycustomer", "customercreated", "opened" ->
                created(given, false);
            case "createdbyagent", "agentcreated", "ticketcreatedbyagent", "openedbyagent" -> created(given, true);
            default -> {
                Instant at = at(given);
                placed.put(given.path(), at);
                events.add(happenings.read(name, type, given, at));
            }
        }
    }

    private void created(Loose given, boolean agents) {
        if (creation != null) {
            throw new InvalidInput(given.path() + ".type", "twice", "created");
        }
        at(given);
        creation = given;
        byAgent = agents || given.flag("byAgent", "createdByAgent") || WhatIfAuthor.isAgent(given);
    }

    private Instant at(Loose given) {
        Optional<Loose> written = given.any(INSTANT);
        return given.any("dispatchedAt", "sentAt")
                .or(() -> written)
                .orElseGet(() -> given.need(INSTANT))
                .instant(zone);
    }
}
