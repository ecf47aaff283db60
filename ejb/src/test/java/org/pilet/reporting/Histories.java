package org.pilet.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.pilet.reporting.ReportedTicket.Remark;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.reporting.ReportedTicket.Target;
import org.pilet.tickets.Status;

/** Tickets to test with: written by hand, or any at all, in whole minutes from Monday 2026-03-02 on. */
final class Histories {

    static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    static final Period TUESDAY = Period.whole(java.time.LocalDate.of(2026, 3, 3), ZoneOffset.UTC);

    private static final int FOUR_DAYS = 4 * 24 * 60;

    private final List<Step> steps = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private Place place = new Place(1L, null, "MAIL", "NORMAL", 1L);
    private final List<ReportedTicket.Deed> deeds = new ArrayList<>();
    private boolean createdByAgent;

    /** {@code "2 14:30"}: half past two on 2 March. */
    static Instant march(String dayAndTime) {
        String[] parts = dayAndTime.split(" ");
        return MONDAY.plus(Duration.ofDays(Long.parseLong(parts[0]) - 2))
                .plus(Duration.ofMinutes(LocalTime.parse(parts[1]).toSecondOfDay() / 60));
    }

    Histories status(String at, Status status) {
        steps.add(new Step(march(at), status, place));
        return this;
    }

    Histories queue(String at, long queueId) {
        place = new Place(queueId, place.agentId(), place.channel(), place.priority(), place.categoryId());
        return status(at, steps.get(steps.size() - 1).status());
    }

    Histories owner(String at, Long agentId) {
        place = place.by(agentId);
        return status(at, steps.get(steps.size() - 1).status());
    }

    Histories byAgent(String channel) {
        createdByAgent = true;
        place = new Place(place.queueId(), place.agentId(), channel, place.priority(), place.categoryId());
        return this;
    }

    Histories customerWrites(String at) {
        remarks.add(new Remark(march(at), false, null));
        return this;
    }

    Histories agentWrites(String at, long agentId) {
        remarks.add(new Remark(march(at), true, agentId));
        return this;
    }

    Histories deed(String at, ReportedTicket.DeedKind kind, boolean byPerson) {
        deeds.add(new ReportedTicket.Deed(march(at), kind, byPerson));
        return this;
    }

    Histories target(Metric metric, String at, ReportedTicket.TurnKind kind) {
        targets.add(new Target(metric, List.of(new ReportedTicket.Turn(march(at), kind))));
        return this;
    }

    ReportedTicket build() {
        return new ReportedTicket(7, createdByAgent, null, steps, remarks, targets, deeds);
    }

    /** Any ticket: up to 12 steps through any statuses, queues and owners, messages anywhere, over four days. */
    static Arbitrary<ReportedTicket> any() {
        Arbitrary<Step> step = Combinators.combine(minutes(), Arbitraries.of(Status.class), places())
                .as(Step::new);
        Arbitrary<Remark> remark = Combinators.combine(
                        minutes(),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 3))
                .as(Remark::new);
        return Combinators.combine(
                        step.list().ofMinSize(1).ofMaxSize(12),
                        remark.list().ofMaxSize(8),
                        Arbitraries.of(true, false, false, false))
                .as((steps, remarks, byAgent) -> new ReportedTicket(
                        7,
                        byAgent,
                        null,
                        steps.stream().sorted(Comparator.comparing(Step::at)).toList(),
                        remarks.stream()
                                .sorted(Comparator.comparing(Remark::at))
                                .toList(),
                        List.of()));
    }

    private static Arbitrary<Instant> minutes() {
        return Arbitraries.integers().between(0, FOUR_DAYS).map(minute -> MONDAY.plus(Duration.ofMinutes(minute)));
    }

    private static Arbitrary<Place> places() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(1, 3).injectNull(0.4),
                        Arbitraries.of("LOW", "NORMAL", "HIGH"))
                .as((queue, owner, priority) -> new Place(queue, owner, "MAIL", priority, 1L));
    }
}
