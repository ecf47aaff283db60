package org.pilet.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.tickets.HistoryLine;

/**
 * The clocks of one ticket whose life is told after the fact, as demo data are: they do what the clocks of a real ticket
 * would have done, but in memory, and whoever tells the story decides what time it is.
 */
public final class SlaRehearsal {

    private final List<ClockLife> clocks = new ArrayList<>();

    /** Levels that were passed: what to write down and what to do. */
    public record Struck(String cause, List<HistoryLine> lines, Set<LadderAction> actions) {}

    private final ClockSet set;

    SlaRehearsal(Rulebook book) {
        set = new ClockSet(book, new Memory(book));
    }

    /** The ticket has become what it is at {@code at}; to be told of its opening and of each change after it. */
    public List<HistoryLine> follow(TicketFacts ticket, Instant at) {
        return set.follow(ticket, at, at).stream()
                .distinct()
                .flatMap(life -> lines(life).stream())
                .toList();
    }

    /** When a level will be passed if nothing changes. */
    public Optional<Instant> nextStrike() {
        return clocks.stream()
                .flatMap(life -> life.row().nextStrikeAt().stream())
                .min(Instant::compareTo);
    }

    /** Does what the sweep does at {@code now}; the actions are the caller's to carry out. */
    public List<Struck> strike(Instant now) {
        List<Struck> struck = new ArrayList<>();
        for (ClockLife life : List.copyOf(clocks)) {
            if (life.row().nextStrikeAt().filter(at -> at.isBefore(now)).isPresent()) {
                life.settle(now, now);
                Set<LadderAction> actions = EnumSet.noneOf(LadderAction.class);
                life.takeActions(now).forEach(level -> level.steps().forEach(step -> actions.add(step.action())));
                struck.add(new Struck(ClockKeeper.cause(life.row()), lines(life), actions));
            }
        }
        return struck;
    }

    /** The rows as they stand. */
    public List<RehearsedClock> clocks() {
        return clocks.stream().map(life -> life.row().rehearsed(life.events())).toList();
    }

    List<ClockLife> lives() {
        return List.copyOf(clocks);
    }

    private static List<HistoryLine> lines(ClockLife life) {
        return life.takeNews().stream()
                .filter(event -> event.kind().isHistory())
                .map(event -> ClockKeeper.line(life.row(), event))
                .toList();
    }

    private final class Memory implements ClockSet.Shelf {
        private final Rulebook book;

        Memory(Rulebook book) {
            this.book = book;
        }

        @Override
        public Optional<ClockLife> current(Metric metric) {
            return clocks.stream().filter(life -> life.row().metric() == metric).reduce((earlier, later) -> later);
        }

        @Override
        public ClockLife begin(SlaClock row, String why, Instant now) {
            ClockLife life = ClockLife.begin(row, book, why, now);
            clocks.add(life);
            return life;
        }
    }
}
