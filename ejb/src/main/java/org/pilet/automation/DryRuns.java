package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pilet.automation.terms.ClockFacts;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.TicketSketch;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;
import org.pilet.tickets.Field;

/** Tries a rule on what has really happened, with every ticket as it was at the time. Changes nothing. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class DryRuns {

    public static final int LONGEST_DAYS = 31;

    private static final int TICKETS = 2000;
    private static final int PAGE = 200;
    private static final int LINES = 500;

    @EJB
    private Rules rules;

    @Inject
    private RuleReader reader;

    @Inject
    private RuleBooks books;

    @Inject
    private PastStore past;

    @Inject
    private FactStore facts;

    @Inject
    private FactReader factReader;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * What the rule would have done within the last days (1 to 31), looking at no more than the newest two thousand
     * tickets. Refused as {@link Rules#save} is.
     */
    public DryRunReport dryRun(RuleDraft draft, int days) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw new InvalidInput("days", "range", 1, LONGEST_DAYS);
        }
        rules.check(draft);
        Rule rule = RuleBinding.rule(
                new RuleView(
                        draft.id() == null ? 0 : draft.id(),
                        draft.groupId(),
                        0,
                        draft.name(),
                        true,
                        null,
                        draft.queueIds(),
                        draft.definition(),
                        0,
                        null),
                reader,
                RuleBinding.TRUSTED);
        Instant from = clock.now().minus(Duration.ofDays(days));
        if (rule.trigger() == TriggerKind.TIMETABLE) {
            return opened(rule, from);
        }
        Set<String> kinds = kinds(rule.trigger());
        List<Long> ids =
                kinds.isEmpty() ? past.ticketsSince(from, TICKETS + 1) : past.ticketsWith(kinds, from, TICKETS + 1);
        Trial trial = new Trial(rule);
        List<Long> looked = ids.subList(0, Math.min(ids.size(), TICKETS));
        for (int at = 0; at < looked.size(); at += PAGE) {
            page(looked.subList(at, Math.min(looked.size(), at + PAGE)), from, kinds, trial);
        }
        return trial.report(ids.size() > TICKETS);
    }

    /** A line for each ticket that it would have opened. */
    private DryRunReport opened(Rule rule, Instant from) {
        Timetable timetable = Timetable.of(rule.told());
        List<Integer> steps = IntStream.range(0, rule.steps().size()).boxed().toList();
        String subject = rule.steps().get(0).arguments().text("subject");
        List<DryRunReport.DryRunLine> lines = new ArrayList<>();
        for (Instant at = timetable.after(from, settings.zone());
                !at.isAfter(clock.now());
                at = timetable.after(at, settings.zone())) {
            lines.add(
                    0,
                    new DryRunReport.DryRunLine(
                            at, null, null, subject, Happening.Kind.SCHEDULE.name(), steps, List.of()));
        }
        return new DryRunReport(lines.size(), lines.size(), lines.size(), false, lines);
    }

    private void page(List<Long> ids, Instant from, Set<String> kinds, Trial trial) {
        Map<Long, TicketSketch> sketches = facts.tickets(ids, clock.now());
        Map<Long, List<ClockFacts>> clocks = facts.clocks(ids);
        Map<Long, List<PastStore.Event>> events = past.events(ids);
        Map<Long, List<PastStore.Said>> messages = past.messages(ids);
        for (TicketSketch sketch : sketches.values()) {
            PastTicket ticket = new PastTicket(
                    sketch.facts(),
                    events.getOrDefault(sketch.id, List.of()),
                    messages.getOrDefault(sketch.id, List.of()),
                    clocks.getOrDefault(sketch.id, List.of()));
            if (!kinds.isEmpty()) {
                replay(ticket, from, kinds, trial);
            } else {
                instants(trial.rule, ticket, from, (at, value) -> moment(ticket, at, value, trial));
            }
        }
    }

    private void replay(PastTicket ticket, Instant from, Set<String> kinds, Trial trial) {
        for (PastStore.Event event : ticket.events()) {
            if (!event.at().isBefore(from) && kinds.contains(event.kind())) {
                Happening happening = happening(event);
                if (happening != null && trial.rule.hears(happening)) {
                    trial.look(ticket.after(event, happening, factReader.calendars()), books.current());
                }
            }
        }
    }

    private void moment(PastTicket ticket, Instant at, Instant value, Trial trial) {
        boolean scheduled = trial.rule.trigger() == TriggerKind.SCHEDULE;
        Happening.Kind kind = scheduled ? Happening.Kind.SCHEDULE : Happening.Kind.MOMENT;
        Happening happening = Happening.forRule(kind, at, trial.rule.id(), null);
        Facts then = ticket.at(at, happening, factReader.calendars());
        boolean live = Stream.of("CLOSED", "MERGED", "SPAM", "DELETED")
                .noneMatch(then.ticket().status().name()::equals);
        boolean had =
                scheduled || PastTicket.had(trial.rule.told().constant("moment", Moment.class), value, then.ticket());
        if (live && had) {
            trial.look(then, books.current());
        }
    }

    /** Each instant within the time at which the rule would have been asked about the ticket, and the date behind it. */
    private void instants(Rule rule, PastTicket ticket, Instant from, BiConsumer<Instant, Instant> each) {
        Instant now = clock.now();
        if (rule.trigger() == TriggerKind.MOMENT) {
            Duration minutes = rule.told().minutes("minutes");
            boolean after = rule.told().constant("side", Moment.Side.class) == Moment.Side.AFTER;
            for (Instant value : ticket.values(rule.told().constant("moment", Moment.class))) {
                Instant at = after ? value.plus(minutes) : value.minus(minutes);
                if (!at.isBefore(from)
                        && !at.isAfter(now)
                        && !at.isBefore(ticket.today().createdAt())) {
                    each.accept(at, value);
                }
            }
        } else if (rule.trigger() == TriggerKind.SCHEDULE) {
            Timetable timetable = Timetable.of(rule.told());
            Instant begin = from.isAfter(ticket.today().createdAt())
                    ? from
                    : ticket.today().createdAt();
            for (Instant at = timetable.after(begin, settings.zone());
                    !at.isAfter(now);
                    at = timetable.after(at, settings.zone())) {
                each.accept(at, at);
            }
        }
    }

    /** The kinds of history that can wake it; none when it is woken by the time, or from outside. */
    private static Set<String> kinds(TriggerKind trigger) {
        return switch (trigger) {
            case OPENED -> Set.of("OPENED");
            case CUSTOMER_MESSAGE -> Set.of("MESSAGE_RECEIVED");
            case AGENT_REPLY -> Set.of("REPLY_SENT");
            case NOTE -> Set.of("NOTE_ADDED");
            case STATUS -> Set.of("STATUS_CHANGED");
            case CHANGED -> Stream.of(Field.values()).map(Field::eventKind).collect(Collectors.toSet());
            case SLA_WARNED -> Set.of("SLA_WARNED");
            case SLA_BREACHED -> Set.of("SLA_BREACHED");
            case MOMENT, SCHEDULE, TIMETABLE, HOOK -> Set.of();
        };
    }

    /** Null for what wakes nothing: what automation itself has said. */
    private static Happening happening(PastStore.Event event) {
        Happening.Kind said =
                switch (event.kind()) {
                    case "MESSAGE_RECEIVED" -> Happening.Kind.CUSTOMER_MESSAGE;
                    case "REPLY_SENT" -> Happening.Kind.AGENT_REPLY;
                    case "NOTE_ADDED" -> Happening.Kind.NOTE;
                    default -> null;
                };
        if (said != null) {
            return event.actorId() == null && said != Happening.Kind.CUSTOMER_MESSAGE
                    ? null
                    : Happening.said(
                            said, event.at(), Long.parseLong(event.newValue()), event.actorId(), event.actorKind());
        }
        if (event.kind().startsWith("SLA_")) {
            String metric =
                    event.cause() == null ? "" : event.cause().split(":")[1].toUpperCase(Locale.ROOT);
            return Happening.struck(Happening.Kind.valueOf(event.kind()), event.at(), metric);
        }
        if (event.kind().equals("OPENED")) {
            return new Happening(
                    Happening.Kind.OPENED,
                    event.at(),
                    null,
                    null,
                    null,
                    event.actorId(),
                    event.actorKind(),
                    null,
                    null,
                    null,
                    null);
        }
        Field field = Field.valueOf(event.kind().replace("_CHANGED", ""));
        return Happening.changed(
                event.at(), field, event.oldValue(), event.newValue(), event.actorId(), event.actorKind());
    }

    /** The rule on trial and what it would have done so far. */
    private static final class Trial {

        private final Rule rule;
        private final List<DryRunReport.DryRunLine> lines = new ArrayList<>();
        private final Set<Long> tickets = new HashSet<>();
        private int events;

        Trial(Rule rule) {
            this.rule = rule;
        }

        void look(Facts facts, RuleBook inForce) {
            events++;
            if (!rule.appliesTo(facts)) {
                return;
            }
            ImaginedWork work = ImaginedWork.of(rule, facts);
            if (!work.effective().isEmpty()) {
                tickets.add(facts.ticket().id());
                lines.add(new DryRunReport.DryRunLine(
                        facts.now(),
                        facts.ticket().id(),
                        facts.ticket().number(),
                        facts.ticket().subject(),
                        facts.happening().kind().name(),
                        work.effective(),
                        conflicts(work, facts, inForce)));
            }
        }

        DryRunReport report(boolean more) {
            lines.sort(Comparator.comparing(DryRunReport.DryRunLine::at).reversed());
            List<DryRunReport.DryRunLine> newest = lines.subList(0, Math.min(LINES, lines.size()));
            return new DryRunReport(events, tickets.size(), lines.size(), more, new ArrayList<>(newest));
        }

        private List<Long> conflicts(ImaginedWork work, Facts facts, RuleBook inForce) {
            return inForce.groups().stream()
                    .flatMap(group -> group.rules().stream())
                    .filter(other ->
                            other.id() != rule.id() && other.hears(facts.happening()) && other.appliesTo(facts))
                    .filter(other -> work.contradicts(ImaginedWork.of(other, facts)))
                    .map(Rule::id)
                    .toList();
        }
    }
}
