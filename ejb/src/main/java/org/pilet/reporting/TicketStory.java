package org.pilet.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.reporting.ReportedTicket.Deed;
import org.pilet.reporting.ReportedTicket.Remark;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.reporting.ReportedTicket.Target;
import org.pilet.reporting.ReportedTicket.Turn;
import org.pilet.reporting.ReportedTicket.TurnKind;
import org.pilet.sla.OpenHours;
import org.pilet.tickets.Status;

/**
 * One ticket as it stood at the end of a period: nothing that came later is known here, so a figure computed a year
 * later is the figure of the night.
 */
final class TicketStory {

    static final Set<Status> DONE = EnumSet.of(Status.RESOLVED, Status.CLOSED);
    private static final Set<Status> OUT = EnumSet.of(Status.MERGED, Status.SPAM, Status.DELETED);

    private final ReportedTicket history;
    private final Period period;
    private final OpenHours open;
    private final List<Step> steps;
    private final List<Remark> remarks;

    TicketStory(ReportedTicket history, Period period, OpenHours open) {
        this.history = history;
        this.period = period;
        this.open = open;
        this.steps = history.steps().stream()
                .filter(step -> step.at().isBefore(period.end()))
                .toList();
        this.remarks = history.remarks().stream()
                .filter(remark -> remark.at().isBefore(period.end()))
                .toList();
    }

    long ticketId() {
        return history.ticketId();
    }

    Period period() {
        return period;
    }

    boolean existed() {
        return !steps.isEmpty();
    }

    List<Step> steps() {
        return steps;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** What people and what works by itself had done by the end of the period. */
    List<Deed> deeds() {
        return history.deeds().stream()
                .filter(deed -> deed.at().isBefore(period.end()))
                .toList();
    }

    /** What each SLA clock had come to by the end of the period. */
    List<Verdict> verdicts() {
        return history.targets().stream().map(this::verdict).toList();
    }

    private Verdict verdict(Target target) {
        Instant met = null;
        Instant breached = null;
        Instant voided = null;
        boolean excused = target.turns().stream().anyMatch(turn -> turn.kind() == TurnKind.EXCUSED);
        for (Turn turn : target.turns()) {
            if (!turn.at().isBefore(period.end())) {
                continue;
            }
            switch (turn.kind()) {
                case MET -> met = turn.at();
                case BREACHED -> breached = breached == null ? turn.at() : breached;
                case VOIDED -> voided = turn.at();
                case RESUMED -> {
                    met = null;
                    voided = null;
                }
                case EXCUSED -> {
                    // told already
                }
            }
        }
        return new Verdict(
                target.metric(),
                target.policyId(),
                breached == null ? met : breached,
                breached == null,
                voided,
                excused);
    }

    boolean createdByAgent() {
        return history.createdByAgent();
    }

    Step creation() {
        return steps.get(0);
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** Spam, deleted or merged away when the period ended. */
    boolean outAtEnd() {
        return OUT.contains(last().status());
    }

    /** The step in force at the end of {@code at}: a step at that very instant has been taken. */
    Step at(Instant at) {
        Step found = creation();
        for (Step step : steps) {
            if (step.at().isAfter(at)) {
                break;
            }
            found = step;
        }
        return found;
    }

    /** The step in force just before {@code at}; empty when the ticket did not exist yet. */
    Optional<Step> before(Instant at) {
        Step found = null;
        for (Step step : steps) {
            if (!step.at().isBefore(at)) {
                break;
            }
            found = step;
        }
        return Optional.ofNullable(found);
    }

    /** Entries to RESOLVED, or CLOSED directly, from work or at birth. */
    List<Step> resolutions() {
        List<Step> found = new ArrayList<>();
        Status before = Status.NEW;
        for (Step step : steps) {
            if (before.isOpen() && DONE.contains(step.status())) {
                found.add(step);
            }
            before = step.status();
        }
        return found;
    }

    boolean backInWorkAfter(Step resolution) {
        return steps.subList(steps.indexOf(resolution), steps.size()).stream()
                .anyMatch(step -> step.status().isOpen());
    }

    Optional<Remark> firstResponse() {
        return remarks.stream().filter(Remark::fromAgent).findFirst();
    }

    /** On the wall clock; clamped at nothing when clocks were skewed. */
    static Duration calendar(Instant start, Instant end) {
        return OpenHours.roundTheClock().between(start, end);
    }

    Duration business(Instant start, Instant end) {
        return open.between(start, end);
    }

    /** Open hours from creation until then, without what pauses resolution and without time out of work. */
    Duration netUntil(Instant end) {
        Duration sum = Duration.ZERO;
        for (Stretch stretch : stretchesUntil(end)) {
            if (stretch.status().isOpen() && !stretch.status().isWaiting()) {
                sum = sum.plus(business(stretch.start(), stretch.end()));
            }
        }
        return sum;
    }

    /** Creation to {@code end} without gap or overlap, cut at every change of status. */
    List<Stretch> stretchesUntil(Instant end) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Instant from = earlier(steps.get(i).at(), end);
            Instant to = i + 1 < steps.size() ? earlier(steps.get(i + 1).at(), end) : end;
            if (to.isAfter(from)) {
                found.add(new Stretch(steps.get(i).status(), from, to));
            }
        }
        return found;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * What an SLA clock came to.
     *
     * @param decidedAt when it was met or breached, null while that is open
     * @param voidedAt when it lost its meaning, null when it did not
     * @param excused whether somebody has decided that its breach shall not count
     */
    record Verdict(Metric metric, Long policyId, Instant decidedAt, boolean met, Instant voidedAt, boolean excused) {

        boolean isDecided() {
            return decidedAt != null && voidedAt == null;
        }
    }

    /** One status for some time. */
    record Stretch(Status status, Instant start, Instant end) {}
}
