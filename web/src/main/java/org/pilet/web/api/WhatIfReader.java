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
import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.Metric;
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
    private static final List<String> KNOWN = List.of(
            "created",
            "created by agent",
            "customer message",
            "agent message",
            "internal note",
            "public note",
            "auto reply",
            "bot message",
            "pause",
            "resume",
            "status",
            "resolve",
            "close",
            "reopen",
            "priority change",
            "policy change",
            "assigned",
            "unassigned",
            "queue change",
            "team change",
            "merge",
            "spam",
            "delete",
            "restore",
            "set due",
            "clear due",
            "no reply needed",
            "bounce",
            "override");
    private static final String[] INSTANT = {"at", "time", "timestamp", "instant", "when", "occurredAt", "date"};

    private final Loose whole;
    private final WhatIfRules rules;
    private final List<WhatIfEvent> events = new ArrayList<>();
    private final Map<String, Instant> placed = new LinkedHashMap<>();
    private boolean countsPublicNotes;
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
        countsPublicNotes = countsPublicNotes();
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
                        .map(this::numbers)
                        .orElse(Set.of()),
                kind(made, given),
                either(made, given, "language").map(Loose::text).orElse(null),
                either(made, given, "tags", "tag").map(WhatIfReader::texts).orElse(Set.of()),
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

    private Set<Long> numbers(Loose value) {
        return value.items().stream().map(rules::number).collect(Collectors.toSet());
    }

    private static Set<String> texts(Loose value) {
        return value.items().stream().map(WhatIfWords::tag).collect(Collectors.toSet());
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
                events.add(happening(name, type, given, at));
            }
        }
    }

    private void created(Loose given, boolean agents) {
        if (creation != null) {
            throw new InvalidInput(given.path() + ".type", "twice", "created");
        }
        at(given);
        creation = given;
        byAgent = agents || given.flag("byAgent", "createdByAgent") || isAgent(given);
    }

    private static boolean isAgent(Loose given) {
        return given.any("by", "actor", "author", "sender", "authorType")
                .filter(Loose::isText)
                .map(by -> Loose.plain(by.text()).matches("agent|staff|operator|support"))
                .orElse(false);
    }

    /** Words of nobody in particular would pass for anybody's. */
    private static WhatIfEvent byCustomer(Loose given, WhatIfEvent written) {
        Loose by = given.need("by", "actor", "author", "sender", "authorType");
        if (!Loose.plain(by.text()).matches("customer|requester|client|user|enduser|contact")) {
            throw by.unknown(List.of("agent", "customer", "bot"));
        }
        return written;
    }

    private Instant at(Loose given) {
        Optional<Loose> written = given.any(INSTANT);
        return given.any("dispatchedAt", "sentAt")
                .or(() -> written)
                .orElseGet(() -> given.need(INSTANT))
                .instant(zone);
    }

    private WhatIfEvent happening(String name, Loose type, Loose given, Instant at) {
        return switch (name) {
            case "customermessage",
                    "customerreply",
                    "customercomment",
                    "customerreplied",
                    "customerresponse",
                    "customeranswer",
                    "customerfollowup",
                    "followup",
                    "portalreply",
                    "portalnote",
                    "customernote",
                    "messagereceived",
                    "inboundmessage",
                    "requestermessage",
                    "requesterreply",
                    "requestercomment",
                    "clientmessage",
                    "clientreply",
                    "customerwrites",
                    "customerwrote",
                    "messagefromcustomer" ->
                isAutomatic(given) || isInternal(given)
                        ? new WhatIfEvent.NothingCounts(at)
                        : new WhatIfEvent.CustomerWrites(at);
            case "agentmessage",
                    "agentreply",
                    "agentcomment",
                    "publicreply",
                    "agentreplied",
                    "replysent",
                    "outboundmessage",
                    "agentresponse",
                    "agentanswer",
                    "agentanswered",
                    "publicresponse",
                    "publiccomment",
                    "firstresponse",
                    "chatmessage",
                    "agentpublicmessage",
                    "agentpublicreply",
                    "agentpubliccomment",
                    "agentanswers",
                    "agentreplies",
                    "messagefromagent" ->
                isAutomatic(given) || isInternal(given)
                        ? new WhatIfEvent.NothingCounts(at)
                        : new WhatIfEvent.AgentAnswers(at);
            case "callanswered", "answeredcall", "inboundcallanswered" -> new WhatIfEvent.AgentAnswers(at);
            case "message", "reply", "comment", "response", "article" ->
                isAutomatic(given) || isInternal(given)
                        ? new WhatIfEvent.NothingCounts(at)
                        : isAgent(given)
                                ? new WhatIfEvent.AgentAnswers(at)
                                : byCustomer(given, new WhatIfEvent.CustomerWrites(at));
            case "publicnote", "agentpublicnote" ->
                countsPublicNotes && !isAutomatic(given)
                        ? new WhatIfEvent.AgentAnswers(at)
                        : new WhatIfEvent.NothingCounts(at);
            case "internalnote",
                    "note",
                    "agentnote",
                    "privatenote",
                    "autoreply",
                    "automaticreply",
                    "autoacknowledgement",
                    "acknowledgement",
                    "botmessage",
                    "triggermail",
                    "systemmessage",
                    "nothing" -> new WhatIfEvent.NothingCounts(at);
            case "pause", "paused", "suspend", "suspended", "wait", "waiting", "waitingforcustomer" ->
                becomes(given, at, Status.PENDING);
            case "resume", "resumed", "unpause", "unpaused", "continue", "continued", "wakeup", "unhold", "unsuspend" ->
                becomes(given, at, Status.OPEN);
            case "close", "closed", "autoclose" -> becomes(given, at, Status.CLOSED);
            case "resolve", "resolved", "solve", "solved" -> becomes(given, at, Status.RESOLVED);
            case "reopen", "reopened", "restore", "restored", "notspam", "unmerge", "unmerged" ->
                becomes(given, at, Status.OPEN);
            case "spam", "markedasspam", "markspam" -> new WhatIfEvent.Becomes(at, Status.SPAM);
            case "delete", "deleted" -> new WhatIfEvent.Becomes(at, Status.DELETED);
            case "status", "statuschange", "statuschanged", "setstatus" ->
                new WhatIfEvent.Becomes(at, WhatIfWords.status(given.need("status", "to", "newStatus", "value")));
            case "pending", "onhold", "hold", "postponed", "postpone", "open", "answered", "new" ->
                new WhatIfEvent.Becomes(at, WhatIfWords.status(name.equals("postpone") ? postponed(type) : type));
            case "prioritychange", "prioritychanged", "priority", "setpriority", "changepriority" ->
                new WhatIfEvent.Prioritised(
                        at, WhatIfWords.priority(given.need("priority", "to", "newPriority", "value")));
            case "policychange",
                    "policychanged",
                    "policy",
                    "setpolicy",
                    "slachange",
                    "calendarchange",
                    "targetchange" -> new WhatIfEvent.PolicyChosen(at, policy(given));
            case "priorityorpolicychange", "change" -> change(given, at);
            case "merge",
                    "merged",
                    "mergedinto",
                    "mergedaway",
                    "mergeinto",
                    "mergefrom",
                    "mergesource",
                    "mergedfrom",
                    "mergedin",
                    "mergein",
                    "absorb",
                    "absorbs" -> merge(name, given, at);
            case "assign", "assigned", "owned", "own", "taken", "take", "ownerset", "takenintoaccount" ->
                new WhatIfEvent.Owned(at, true);
            case "unassign", "unassigned", "ownercleared" -> new WhatIfEvent.Owned(at, false);
            case "queuechange",
                    "teamchange",
                    "teamchanged",
                    "groupchange",
                    "reassignedtoteam",
                    "move",
                    "moved",
                    "transfer",
                    "fieldchange",
                    "ticketchange",
                    "typechange",
                    "tagchange",
                    "tag",
                    "tags",
                    "tagged",
                    "organisationchange",
                    "servicechange",
                    "languagechange",
                    "customerchange" -> moved(given, at);
            case "noreplyneeded", "noanswerneeded", "noresponseneeded" -> new WhatIfEvent.NoAnswerNeeded(at);
            case "bounce", "bounced", "hardbounce", "replybounced", "deliveryfailed" ->
                new WhatIfEvent.AnswerBounced(at);
            case "setdue",
                    "dueset",
                    "manualdue",
                    "setdueat",
                    "setduedate",
                    "duebyhand",
                    "manualduedate",
                    "due",
                    "duedate",
                    "duechange" ->
                new WhatIfEvent.DueSet(
                        at,
                        metric(given),
                        given.need("dueAt", "due", "dueDate", "to", "value").instant(zone));
            case "cleardue", "duecleared", "unsetdue", "cleardueat" -> new WhatIfEvent.DueSet(at, metric(given), null);
            case "override", "breachoverride", "overridden" ->
                new WhatIfEvent.Overridden(
                        at, metric(given), given.need("reason").text());
            default -> throw type.unknown(KNOWN);
        };
    }

    private static Loose postponed(Loose type) {
        return new Loose(type.path(), jakarta.json.Json.createValue(Status.POSTPONED.name()));
    }

    private static WhatIfEvent becomes(Loose given, Instant at, Status usual) {
        return new WhatIfEvent.Becomes(
                at, given.any("status", "to").map(WhatIfWords::status).orElse(usual));
    }

    private static Metric metric(Loose given) {
        return given.any("metric").map(WhatIfWords::metric).orElse(Metric.RESOLUTION);
    }

    private Long policy(Loose given) {
        Optional<Loose> policy = given.any("policy", "to", "newPolicy", "value");
        if (policy.filter(Loose::isText).isPresent()) {
            return rules.policyNamed(policy.get());
        }
        Optional<Loose> name = policy.flatMap(named -> named.any("name", "id"));
        if (name.isPresent() && policy.get().fields().size() == 1) {
            return rules.policyNamed(name.get());
        }
        return rules.policy(policy.orElse(given), whole, false);
    }

    private WhatIfEvent change(Loose given, Instant at) {
        if (given.any("priority", "newPriority").isPresent()) {
            return new WhatIfEvent.Prioritised(at, WhatIfWords.priority(given.need("priority", "newPriority")));
        }
        return given.any("policy", "newPolicy", "targets").isPresent()
                ? new WhatIfEvent.PolicyChosen(at, policy(given))
                : moved(given, at);
    }

    /** Into another ticket, unless it says anything about the other one, which then comes into this. */
    private WhatIfEvent merge(String name, Loose given, Instant at) {
        Optional<Loose> source = given.any("source", "from", "other", "mergedTicket");
        Loose about = source.filter(Loose::isObject).orElse(given);
        Optional<Loose> since = about.any(
                "waitingSince",
                "unansweredSince",
                "createdAt",
                "created",
                "start",
                "sourceCreatedAt",
                "otherCreatedAt",
                "sourceWaitingSince");
        boolean asTarget = source.isPresent()
                || since.isPresent()
                || name.matches("mergefrom|mergedfrom|mergedin|mergein|mergesource|absorbs?")
                || given.any("role")
                        .filter(role -> Loose.plain(role.text()).equals("target"))
                        .isPresent();
        if (!asTarget) {
            return new WhatIfEvent.Becomes(at, Status.MERGED);
        }
        boolean answered = about.flag("answered", "responded")
                || about.any("firstResponseAt", "respondedAt", "answeredAt").isPresent();
        return new WhatIfEvent.Absorbs(
                at, answered ? null : since.map(start -> start.instant(zone)).orElse(null));
    }

    private WhatIfEvent moved(Loose given, Instant at) {
        return new WhatIfEvent.Moved(
                at,
                given.any("queue", "queueId").map(rules::number).orElse(null),
                given.any("team", "teamId", "group").map(rules::number).orElse(null),
                given.any("organisation", "organization", "organisationId")
                        .map(rules::number)
                        .orElse(null),
                given.any("customer", "requester", "customerId")
                        .map(rules::number)
                        .orElse(null),
                given.any("service", "services", "category").map(this::numbers).orElse(null),
                given.any("ticketType")
                        .map(type -> type.choice(TicketType.class))
                        .orElse(null),
                given.any("language").map(Loose::text).orElse(null),
                given.any("tags", "tag").map(WhatIfReader::texts).orElse(null),
                given.any("channel")
                        .map(channel -> channel.choice(Channel.class))
                        .orElse(null));
    }

    private static boolean isAutomatic(Loose given) {
        boolean robot = given.any("by", "actor", "author", "sender", "authorType")
                .filter(Loose::isText)
                .map(by -> Loose.plain(by.text()).matches("bot|system|robot|automation|trigger"))
                .orElse(false);
        return robot
                || given.flag("automatic", "auto", "bot", "autoReply")
                || given.any("human").map(human -> !human.flag()).orElse(false);
    }

    private static boolean isInternal(Loose given) {
        return given.flag("internal")
                || given.any("public", "isPublic").map(open -> !open.flag()).orElse(false)
                || given.any("visibility")
                        .map(visibility -> Loose.plain(visibility.text()).matches("internal|private"))
                        .orElse(false);
    }
}
