package org.pilet.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clocks of one ticket whose life is told after the fact, as demo data are: they do what the clocks of a real ticket
 * would have done, but in memory, and whoever tells the story decides what time it is.
 */
public final class SlaRehearsal {

    private final Rulebook book;
    private final Map<Metric, Kept> clocks = new EnumMap<>(Metric.class);

    /** A line of the ticket's history. */
    public record Line(String kind, String oldValue, String newValue, String cause, Instant at) {}

    /** Levels that were passed: what to write down and what to do. */
    public record Struck(String cause, List<Line> lines, Set<LadderAction> actions) {}

    private record Kept(SlaClock row, List<ClockEvent> events) {}

    SlaRehearsal(Rulebook book) {
        this.book = book;
    }

    /** The ticket has become what it is at {@code at}; to be told of its opening and of each change after it. */
    public List<Line> follow(TicketFacts ticket, Instant at) {
        List<Line> lines = new ArrayList<>();
        Optional<Policy> policy = book.policyFor(ticket);
        for (Metric metric : Metric.values()) {
            Optional<Agreement> agreement = policy.flatMap(p -> p.agreement(metric, ticket.priority()));
            Standing standing = Standing.of(metric, ticket, agreement.flatMap(a -> policy), at);
            life(ticket, metric, agreement, standing, at).ifPresent(life -> {
                life.settle(standing.since(), at);
                life.enter(standing, at);
                agreement.ifPresent(terms -> life.agree(terms, at, at));
                lines.addAll(keep(life));
            });
        }
        return lines;
    }

    /** When a level will be passed if nothing changes. */
    public Optional<Instant> nextStrike() {
        return clocks.values().stream()
                .flatMap(kept -> kept.row().nextStrikeAt().stream())
                .min(Instant::compareTo);
    }

    /** Does what the sweep does at {@code now}; the actions are the caller's to carry out. */
    public List<Struck> strike(Instant now) {
        List<Struck> struck = new ArrayList<>();
        for (Kept kept : List.copyOf(clocks.values())) {
            if (kept.row().nextStrikeAt().filter(at -> at.isBefore(now)).isPresent()) {
                ClockLife life = ClockLife.restore(kept.row(), book, kept.events());
                life.settle(now, now);
                Set<LadderAction> actions = EnumSet.noneOf(LadderAction.class);
                life.takeActions(now).forEach(level -> actions.addAll(level.actions()));
                struck.add(new Struck(ClockKeeper.cause(kept.row()), keep(life), actions));
            }
        }
        return struck;
    }

    /** The rows as they stand. */
    public List<RehearsedClock> clocks() {
        return clocks.values().stream()
                .map(kept -> kept.row().rehearsed(kept.events()))
                .toList();
    }

    private Optional<ClockLife> life(
            TicketFacts ticket, Metric metric, Optional<Agreement> agreement, Standing standing, Instant at) {
        Kept known = clocks.get(metric);
        if (known != null) {
            return Optional.of(ClockLife.restore(known.row(), book, known.events()));
        }
        if (!ClockKeeper.begins(metric, ticket, agreement, standing)) {
            return Optional.empty();
        }
        SlaClock row = new SlaClock(ticket.ticketId(), metric, ticket.createdAt(), agreement.get());
        clocks.put(metric, new Kept(row, List.of()));
        return Optional.of(ClockLife.begin(row, book, ticket.status().name(), at));
    }

    private List<Line> keep(ClockLife life) {
        Kept before = clocks.get(life.row().metric());
        List<ClockEvent> news = List.copyOf(life.news());
        clocks.put(
                life.row().metric(),
                new Kept(
                        life.row(),
                        Stream.concat(before.events().stream(), news.stream()).toList()));
        return news.stream()
                .filter(event -> event.kind().isHistory())
                .map(event -> ClockKeeper.line(life.row(), event))
                .toList();
    }
}
