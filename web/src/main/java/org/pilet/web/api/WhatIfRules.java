package org.pilet.web.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.CalendarDraft;
import org.pilet.sla.CalendarView;
import org.pilet.sla.LadderAction;
import org.pilet.sla.LadderStep;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyConditions;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.PolicyOptions;
import org.pilet.sla.PolicyView;
import org.pilet.tickets.Channel;
import org.pilet.tickets.TicketType;

/** The policies and calendars of one what-if case, collected while it is read. */
final class WhatIfRules {

    private static final int DUE = 100;
    private static final long OWN_CALENDARS = -1;

    private final BusinessCalendars stored;
    private final List<PolicyView> policies = new ArrayList<>();
    private final Map<Long, CalendarView> calendars = new HashMap<>();
    private final Map<String, Long> policyNames = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private long ids;

    WhatIfRules(BusinessCalendars stored) {
        this.stored = stored;
    }

    List<PolicyView> policies() {
        return policies;
    }

    List<CalendarView> calendars() {
        return List.copyOf(calendars.values());
    }

    /** The rules of this installation, as they stand. */
    void takeStored(List<PolicyView> all) {
        all.forEach(policy -> {
            policies.add(policy);
            policyNames.put(Loose.plain(policy.content().name()), policy.id());
        });
        stored.all().forEach(calendar -> calendars.put(calendar.id(), calendar));
        ids = all.stream().mapToLong(PolicyView::id).max().orElse(0); // what a case defines besides comes after them
    }

    /** A policy of the case; what it does not say it takes from the case as a whole. */
    long policy(Loose given, Loose whole, boolean active) {
        long id = ++ids;
        String name = given.any("name").map(Loose::text).orElse("policy " + id);
        long calendarId = calendar(part(given, whole, "calendar", "calendarId")
                .orElseThrow(() -> new InvalidInput(under(given, "calendar"), "required")));
        PolicyDraft draft = draft(given, whole, name, (int) (id % Integer.MAX_VALUE), active, calendarId);
        policies.add(new PolicyView(id, 0, draft));
        policyNames.putIfAbsent(Loose.plain(name), id);
        return id;
    }

    /** A policy to be kept: by a stored calendar, in a place, and by real queues, organisations and so on. */
    PolicyDraft draft(Loose given) {
        Loose position = given.need("position");
        try {
            return draft(
                    given,
                    given,
                    given.need("name").text(),
                    position.number().intValueExact(),
                    given.any("active").map(Loose::flag).orElse(true),
                    calendar(given.need("calendar", "calendarId")));
        } catch (ArithmeticException fraction) {
            throw position.malformed();
        }
    }

    private PolicyDraft draft(Loose given, Loose whole, String name, int position, boolean active, long calendarId) {
        Loose targets = part(given, whole, "targets", "target", "metrics")
                .orElseThrow(() -> new InvalidInput(under(given, "targets"), "required"));
        return new PolicyDraft(
                name,
                position,
                active,
                calendarId,
                given.any("conditions", "selectors", "when")
                        .map(this::conditions)
                        .orElse(PolicyConditions.NONE),
                WhatIfTargets.of(targets, part(given, whole, "reopenTargets", "reopenedTargets")),
                WhatIfPauses.of(part(given, whole, "pauses", "pauseRules", "pausedBy")),
                levels(part(given, whole, "levels", "escalations", "ladder")),
                options(given, whole));
    }

    Long policyNamed(Loose name) {
        Long id = policyNames.get(Loose.plain(name.text()));
        if (id == null) {
            throw name.unknown(
                    policies.stream().map(policy -> policy.content().name()).toList());
        }
        return id;
    }

    String zoneOf(long policyId) {
        return policies.stream()
                .filter(policy -> policy.id() == policyId)
                .map(policy ->
                        calendars.get(policy.content().calendarId()).content().zone())
                .findFirst()
                .orElse(null);
    }

    private long calendar(Loose given) {
        if (given.isNumber()
                || given.isObject()
                        && given.any(
                                        "hours",
                                        "week",
                                        "weekly",
                                        "businessHours",
                                        "windows",
                                        "schedule",
                                        "openingHours",
                                        "days",
                                        "alwaysOpen",
                                        "24x7",
                                        "roundTheClock")
                                .isEmpty()
                        && given.any("id").isPresent()) {
            Loose id = given.isNumber() ? given : given.need("id");
            CalendarView view = stored.view(Ids.of(id.path(), id.text()));
            calendars.put(view.id(), view);
            return view.id();
        }
        if (given.isText()) {
            if (!WhatIfCalendars.isRoundTheClock(given.text())) {
                CalendarView view = stored.all().stream()
                        .filter(each -> each.content().name().equalsIgnoreCase(given.text()))
                        .findFirst()
                        .orElseThrow(given::unknown);
                calendars.put(view.id(), view);
                return view.id();
            }
            return keep(WhatIfCalendars.roundTheClock("UTC"));
        }
        if (!given.isObject()) {
            throw given.malformed();
        }
        return keep(WhatIfCalendars.draft(given));
    }

    private long keep(CalendarDraft draft) {
        long id = OWN_CALENDARS - calendars.size();
        calendars.put(id, new CalendarView(id, 0, draft));
        return id;
    }

    /** Whatever names a queue, an organisation and so on: a number is itself, a word gets one of its own. */
    Long number(Loose value) {
        if (value.text().matches("\\d{1,18}")) {
            return Ids.of(value.path(), value.text());
        }
        return numbers.computeIfAbsent(Loose.plain(value.text()), word -> -1L - numbers.size());
    }

    Set<Long> numbers(Loose values) {
        return values.items().stream().map(this::number).collect(Collectors.toSet());
    }

    PolicyConditions conditions(Loose given) {
        return new PolicyConditions(
                set(given, this::number, "organisations", "organisation", "organizations", "organization"),
                set(given, this::number, "customers", "customer", "requesters", "requester"),
                set(given, this::number, "services", "service", "categories", "category"),
                set(given, this::number, "queues", "queue"),
                set(given, value -> value.choice(TicketType.class), "types", "type"),
                set(given, WhatIfWords::priority, "priorities", "priority"),
                set(given, Loose::text, "languages", "language"),
                set(given, WhatIfWords::tag, "tags", "tag"),
                set(given, value -> value.choice(Channel.class), "channels", "channel"));
    }

    private static <T> Set<T> set(Loose given, Function<Loose, T> reader, String... names) {
        return given.any(names)
                .map(values -> values.items().stream().map(reader).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static List<PolicyDraft.Level> levels(Optional<Loose> given) {
        List<PolicyDraft.Level> levels = new ArrayList<>();
        given.ifPresent(all -> {
            for (Loose item : all.items()) {
                Duration offset = item.any("offset", "offsetMinutes", "minutes")
                        .map(WhatIfWords::offset)
                        .orElse(Duration.ZERO);
                var percent = item.any("percent", "percentage");
                int share = percent.map(value -> value.number().intValue()).orElse(DUE);
                if (share < 1 || share > 1000 || !offset.isZero() && share != DUE) {
                    throw percent.orElse(item).malformed();
                }
                List<LadderStep> steps = item.any("actions", "action")
                        .map(actions ->
                                actions.items().stream().map(WhatIfRules::step).toList())
                        .orElse(List.of());
                item.any("metric", "metrics")
                        .map(metrics -> metrics.items().stream()
                                .map(WhatIfWords::metric)
                                .toList())
                        .orElse(List.of(Metric.values()))
                        .forEach(metric -> levels.add(new PolicyDraft.Level(metric, share, offset, steps)));
            }
        });
        return levels;
    }

    private static LadderStep step(Loose action) {
        Loose name = action.isObject() ? action.need("action", "type") : action;
        String argument = action.any("argument", "to").map(Loose::text).orElse(null);
        return new LadderStep(name.choice(LadderAction.class), argument);
    }

    private static PolicyOptions options(Loose given, Loose whole) {
        Loose options = part(given, whole, "options").orElse(given);
        var reopening = part(options, whole, "reopening", "reopen", "onReopen").map(WhatIfRules::reopening);
        var agentTickets = part(options, whole, "agentTickets")
                .map(value -> value.choice(PolicyOptions.AgentTickets.class, (plain, text) -> switch (plain) {
                    case "secondpubliccomment", "secondreply", "second", "secondcomment" ->
                        PolicyOptions.AgentTickets.SECOND_COMMENT;
                    case "na", "none", "notapplicable", "notowed" -> PolicyOptions.AgentTickets.NO_FIRST_RESPONSE;
                    default -> null;
                }));
        return new PolicyOptions(
                reopening.orElse(PolicyOptions.USUAL.reopening()),
                agentTickets.orElse(PolicyOptions.USUAL.agentTickets()));
    }

    private static PolicyOptions.Reopening reopening(Loose value) {
        return value.choice(PolicyOptions.Reopening.class, (plain, text) -> switch (plain) {
            case "continue", "resumeremaining", "remaining", "same" -> PolicyOptions.Reopening.RESUME;
            case "new", "cycle", "restart", "newclock" -> PolicyOptions.Reopening.NEW_CYCLE;
            default -> null;
        });
    }

    private static Optional<Loose> part(Loose given, Loose whole, String... names) {
        return given.any(names).or(() -> whole.any(names));
    }

    private static String under(Loose given, String name) {
        return given.path().isEmpty() ? name : given.path() + "." + name;
    }
}
