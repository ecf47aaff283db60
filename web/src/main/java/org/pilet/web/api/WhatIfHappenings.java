package org.pilet.web.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.sla.Metric;
import org.pilet.sla.WhatIfEvent;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

/** What the events of a what-if case mean: everything that may happen to a ticket once it is there. */
final class WhatIfHappenings {

    /** What a refusal offers: one name for each kind of event, those that begin a ticket among them. */
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

    /** An event as it is told. */
    private record Told(String name, Loose type, Loose fields, Instant at) {}

    private interface Reading {

        WhatIfEvent of(Told told);
    }

    private final Map<String, Reading> readings = new HashMap<>();
    private final WhatIfRules rules;
    private final Loose whole;
    private final ZoneId zone;
    private final boolean countsPublicNotes;

    /** @param whole the case, which says what a policy of its own leaves unsaid */
    WhatIfHappenings(WhatIfRules rules, Loose whole, ZoneId zone, boolean countsPublicNotes) {
        this.rules = rules;
        this.whole = whole;
        this.zone = zone;
        this.countsPublicNotes = countsPublicNotes;
        learnWords();
        learnStatuses();
        learnTerms();
        learnMoves();
    }

    /** @param name the type without blanks, hyphens and capitals */
    WhatIfEvent read(String name, Loose type, Loose fields, Instant at) {
        Reading reading = readings.get(name);
        if (reading == null) {
            throw type.unknown(KNOWN);
        }
        return reading.of(new Told(name, type, fields, at));
    }

    private void learn(String names, Reading reading) {
        for (String name : names.split(" ")) {
            readings.put(name, reading);
        }
    }

    private void learnWords() {
        learn(
                "customermessage customerreply customercomment customerreplied customerresponse customeranswer"
                        + " customerfollowup followup portalreply portalnote customernote messagereceived"
                        + " inboundmessage requestermessage requesterreply requestercomment clientmessage clientreply"
                        + " customerwrites customerwrote messagefromcustomer",
                told -> counting(told, new WhatIfEvent.CustomerWrites(told.at)));
        learn(
                "agentmessage agentreply agentcomment publicreply agentreplied replysent outboundmessage agentresponse"
                        + " agentanswer agentanswered publicresponse publiccomment firstresponse chatmessage"
                        + " agentpublicmessage agentpublicreply agentpubliccomment agentanswers agentreplies"
                        + " messagefromagent",
                told -> counting(told, new WhatIfEvent.AgentAnswers(told.at)));
        learn("message reply comment response article", WhatIfHappenings::somebodyWrites);
        learn("callanswered answeredcall inboundcallanswered", told -> new WhatIfEvent.AgentAnswers(told.at));
        learn("publicnote agentpublicnote", this::publicNote);
        learn(
                "internalnote note agentnote privatenote autoreply automaticreply autoacknowledgement acknowledgement"
                        + " botmessage triggermail systemmessage nothing",
                told -> new WhatIfEvent.NothingCounts(told.at));
        learn("noreplyneeded noanswerneeded noresponseneeded", told -> new WhatIfEvent.NoAnswerNeeded(told.at));
        learn("bounce bounced hardbounce replybounced deliveryfailed", told -> new WhatIfEvent.AnswerBounced(told.at));
    }

    private void learnStatuses() {
        learn("pause paused suspend suspended wait waiting waitingforcustomer", told -> usually(told, Status.PENDING));
        learn(
                "resume resumed unpause unpaused continue continued wakeup unhold unsuspend",
                told -> usually(told, Status.OPEN));
        learn("close closed autoclose", told -> usually(told, Status.CLOSED));
        learn("resolve resolved solve solved", told -> usually(told, Status.RESOLVED));
        learn("reopen reopened restore restored notspam unmerge unmerged", told -> usually(told, Status.OPEN));
        learn("spam markedasspam markspam", told -> new WhatIfEvent.Becomes(told.at, Status.SPAM));
        learn("delete deleted", told -> new WhatIfEvent.Becomes(told.at, Status.DELETED));
        learn("postpone", told -> new WhatIfEvent.Becomes(told.at, Status.POSTPONED));
        learn(
                "pending onhold hold postponed open answered new",
                told -> new WhatIfEvent.Becomes(told.at, WhatIfWords.status(told.type)));
        learn(
                "status statuschange statuschanged setstatus",
                told -> new WhatIfEvent.Becomes(
                        told.at, WhatIfWords.status(told.fields.need("status", "to", "newStatus", "value"))));
        learn(
                "merge merged mergedinto mergedaway mergeinto mergefrom mergesource mergedfrom mergedin mergein"
                        + " absorb absorbs",
                this::merge);
    }

    private void learnTerms() {
        learn("prioritychange prioritychanged priority setpriority changepriority", this::priority);
        learn("policychange policychanged policy setpolicy slachange calendarchange targetchange", this::policy);
        learn("priorityorpolicychange change", this::change);
        learn(
                "setdue dueset manualdue setdueat setduedate duebyhand manualduedate due duedate duechange",
                told -> new WhatIfEvent.DueSet(
                        told.at,
                        metric(told),
                        told.fields
                                .need("dueAt", "due", "dueDate", "to", "value")
                                .instant(zone)));
        learn("cleardue duecleared unsetdue cleardueat", told -> new WhatIfEvent.DueSet(told.at, metric(told), null));
        learn(
                "override breachoverride overridden",
                told -> new WhatIfEvent.Overridden(
                        told.at, metric(told), told.fields.need("reason").text()));
    }

    private void learnMoves() {
        learn(
                "assign assigned owned own taken take ownerset takenintoaccount",
                told -> new WhatIfEvent.Owned(told.at, true));
        learn("unassign unassigned ownercleared", told -> new WhatIfEvent.Owned(told.at, false));
        learn(
                "queuechange teamchange teamchanged groupchange reassignedtoteam move moved transfer fieldchange"
                        + " ticketchange typechange tagchange tag tags tagged organisationchange servicechange languagechange"
                        + " customerchange",
                this::moved);
    }

    private static WhatIfEvent counting(Told told, WhatIfEvent written) {
        return WhatIfAuthor.countsForNothing(told.fields) ? new WhatIfEvent.NothingCounts(told.at) : written;
    }

    private static WhatIfEvent somebodyWrites(Told told) {
        if (WhatIfAuthor.countsForNothing(told.fields)) {
            return new WhatIfEvent.NothingCounts(told.at);
        }
        if (WhatIfAuthor.isAgent(told.fields)) {
            return new WhatIfEvent.AgentAnswers(told.at);
        }
        WhatIfAuthor.requireCustomer(told.fields);
        return new WhatIfEvent.CustomerWrites(told.at);
    }

    private WhatIfEvent publicNote(Told told) {
        return countsPublicNotes && !WhatIfAuthor.isAutomatic(told.fields)
                ? new WhatIfEvent.AgentAnswers(told.at)
                : new WhatIfEvent.NothingCounts(told.at);
    }

    private static WhatIfEvent usually(Told told, Status usual) {
        return new WhatIfEvent.Becomes(
                told.at,
                told.fields.any("status", "to").map(WhatIfWords::status).orElse(usual));
    }

    private static Metric metric(Told told) {
        return told.fields.any("metric").map(WhatIfWords::metric).orElse(Metric.RESOLUTION);
    }

    private WhatIfEvent priority(Told told) {
        return new WhatIfEvent.Prioritised(
                told.at, WhatIfWords.priority(told.fields.need("priority", "to", "newPriority", "value")));
    }

    private WhatIfEvent policy(Told told) {
        return new WhatIfEvent.PolicyChosen(told.at, policy(told.fields));
    }

    private Long policy(Loose fields) {
        Optional<Loose> policy = fields.any("policy", "to", "newPolicy", "value");
        if (policy.filter(Loose::isText).isPresent()) {
            return rules.policyNamed(policy.get());
        }
        Optional<Loose> name = policy.flatMap(named -> named.any("name", "id"));
        if (name.isPresent() && policy.get().fields().size() == 1) {
            return rules.policyNamed(name.get());
        }
        return rules.policy(policy.orElse(fields), whole, false);
    }

    /** Of whatever it names: a priority, a policy, or what policies choose by. */
    private WhatIfEvent change(Told told) {
        if (told.fields.any("priority", "newPriority").isPresent()) {
            return new WhatIfEvent.Prioritised(
                    told.at, WhatIfWords.priority(told.fields.need("priority", "newPriority")));
        }
        return told.fields.any("policy", "newPolicy", "targets").isPresent() ? policy(told) : moved(told);
    }

    /** Into another ticket, unless it says anything about the other one, which then comes into this. */
    private WhatIfEvent merge(Told told) {
        Optional<Loose> source = told.fields.any("source", "from", "other", "mergedTicket");
        Loose about = source.filter(Loose::isObject).orElse(told.fields);
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
                || told.name.matches("mergefrom|mergedfrom|mergedin|mergein|mergesource|absorbs?")
                || told.fields
                        .any("role")
                        .filter(role -> Loose.plain(role.text()).equals("target"))
                        .isPresent();
        if (!asTarget) {
            return new WhatIfEvent.Becomes(told.at, Status.MERGED);
        }
        boolean answered = about.flag("answered", "responded")
                || about.any("firstResponseAt", "respondedAt", "answeredAt").isPresent();
        return new WhatIfEvent.Absorbs(
                told.at,
                answered ? null : since.map(start -> start.instant(zone)).orElse(null));
    }

    private WhatIfEvent moved(Told told) {
        Loose fields = told.fields;
        return new WhatIfEvent.Moved(
                told.at,
                fields.any("queue", "queueId").map(rules::number).orElse(null),
                fields.any("team", "teamId", "group").map(rules::number).orElse(null),
                fields.any("organisation", "organization", "organisationId")
                        .map(rules::number)
                        .orElse(null),
                fields.any("customer", "requester", "customerId")
                        .map(rules::number)
                        .orElse(null),
                fields.any("service", "services", "category")
                        .map(rules::numbers)
                        .orElse(null),
                fields.any("ticketType")
                        .map(type -> type.choice(TicketType.class))
                        .orElse(null),
                fields.any("language").map(Loose::text).orElse(null),
                fields.any("tags", "tag").map(WhatIfWords::tags).orElse(null),
                fields.any("channel")
                        .map(channel -> channel.choice(Channel.class))
                        .orElse(null));
    }
}
