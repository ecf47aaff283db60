package org.pilet.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pilet.sla.Metric.Family;
import org.pilet.sla.PolicyOptions.AgentTickets;
import org.pilet.sla.PolicyOptions.Reopening;

/**
 * The clocks of one ticket, and the one place that decides what they do. Whatever happened to the ticket, the same
 * question is asked: how should each clock stand now? So no event can be missed for good, and none does harm twice. Live
 * tickets, rehearsed ones and what-if histories differ only in the shelf that the clocks are kept on.
 */
final class ClockSet {

    /** Where the clocks of one ticket are kept. */
    interface Shelf {

        /** The metric's clock in its present cycle. */
        Optional<ClockLife> current(Metric metric);

        /** Keeps a new clock, which becomes the present one of its metric. */
        ClockLife begin(SlaClock row, String why, Instant now);
    }

    private final Rulebook book;
    private final Shelf shelf;

    ClockSet(Rulebook book, Shelf shelf) {
        this.book = book;
        this.shelf = shelf;
    }

    /**
     * The ticket has become what it is at {@code at}, which was found out {@code now}. Returns the clocks that were looked
     * at; what happened to them they tell themselves.
     */
    List<ClockLife> follow(TicketFacts ticket, Instant at, Instant now) {
        Optional<Policy> policy = book.policyFor(ticket);
        List<ClockLife> lives = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Optional<ClockLife> known = shelf.current(metric);
            if (known.isPresent() || promised(metric, ticket, policy, false).isPresent()) {
                new Turn(metric, ticket, policy, at, now, lives).take(known);
            }
        }
        return lives;
    }

    private static Optional<Agreement> promised(
            Metric metric, TicketFacts ticket, Optional<Policy> policy, boolean reopened) {
        return policy.flatMap(p -> p.agreement(metric, ticket.priority(), reopened));
    }

    /** Looking at one metric once. */
    private final class Turn {
        private final Metric metric;
        private final TicketFacts ticket;
        private final Optional<Policy> policy;
        private final Instant at;
        private final Instant now;
        private final List<ClockLife> lives;
        private boolean wasLive;

        Turn(
                Metric metric,
                TicketFacts ticket,
                Optional<Policy> policy,
                Instant at,
                Instant now,
                List<ClockLife> lives) {
            this.metric = metric;
            this.ticket = ticket;
            this.policy = policy;
            this.at = at;
            this.now = now;
            this.lives = lives;
        }

        void take(Optional<ClockLife> known) {
            known.ifPresent(life -> {
                lives.add(life);
                wasLive = life.timeline().live();
                if (beginsAnew(life)) {
                    return; // what is over stays as it was, the next cycle is another clock
                }
                correct(life);
                goOn(life);
            });
            next(known).ifPresent(start -> begin(start, known));
        }

        /** What is known by now about the clock's past. */
        private void correct(ClockLife life) {
            SlaTimeline timeline = life.timeline();
            Instant earlier = earlierStart();
            if (earlier != null && earlier.isBefore(life.row().startedAt()) && timeline.live()) {
                life.settle(at, now);
                life.since(earlier, at, now);
            }
            startAgain(life);
            boolean byAnswer = timeline.last().phase() == Phase.STOPPED
                    && timeline.last().why().equals(Standing.ANSWERED);
            if (byAnswer && isUnanswered(life)) {
                life.revokeStop(at, now);
            }
        }

        /** A merge was taken back, and with it the wait that this clock had inherited. */
        private void startAgain(ClockLife life) {
            boolean inherits =
                    metric.family() == Family.ANSWER && life.timeline().live() && life.hasInherited();
            if (!inherits) {
                return;
            }
            Instant inherited = ticket.words().inheritedStart();
            boolean own = !ticket.createdByAgent()
                    && (inherited == null || ticket.createdAt().isBefore(inherited));
            Instant start = own ? ticket.createdAt() : inherited;
            if (start != null && !start.equals(life.row().startedAt())) {
                life.settle(at, now);
                life.since(start, at, now);
            }
        }

        private Instant earlierStart() {
            return switch (metric.family()) {
                case ANSWER ->
                    ticket.words().firstResponseAt() == null ? ticket.words().inheritedStart() : null;
                case NEXT -> ticket.words().waitingSince();
                default -> null;
            };
        }

        private boolean isUnanswered(ClockLife life) {
            Instant start = life.row().startedAt();
            Instant waiting = ticket.words().waitingSince();
            Instant reply = ticket.words().lastReplyAt();
            return switch (metric.family()) {
                case ANSWER -> ticket.words().firstResponseAt() == null;
                case NEXT -> waiting != null && !waiting.isAfter(start) && (reply == null || reply.isBefore(start));
                default -> false;
            };
        }

        private void goOn(ClockLife life) {
            boolean reopened = metric.family() == Family.SOLVE && life.row().cycle() > 1;
            Optional<Agreement> agreement = promised(metric, ticket, policy, reopened);
            Standing standing = standing(life, agreement.flatMap(a -> policy));
            life.settle(standing.since(), now);
            life.enter(standing, now);
            agreement.ifPresent(terms -> life.agree(terms, at, now));
            life.dueByHand(ticket.dueByHand().get(metric), at, now);
        }

        private Standing standing(ClockLife life, Optional<Policy> applying) {
            if (!Standing.isOutOfWork(ticket.status())) {
                if (isClosedCycle(life)) {
                    Stretch last = life.timeline().last();
                    return new Standing(last.phase(), last.why(), at);
                }
                Optional<Standing> done = done(life);
                if (done.isPresent()) {
                    return done.get();
                }
            }
            boolean breached = life.row().breachedAt().isPresent()
                    || life.timeline().breachedBy(at).isPresent();
            return Standing.of(metric, ticket, applying, breached, at);
        }

        /** A cycle that is over stays as it was, whatever is said afterwards. */
        private boolean isClosedCycle(ClockLife life) {
            Instant waiting = ticket.words().waitingSince();
            return switch (metric.family()) {
                case NEXT ->
                    !life.timeline().live()
                            && (waiting == null || waiting.isAfter(life.row().startedAt()));
                case UPDATE -> !life.timeline().live();
                case TEAM -> !life.timeline().live() && isPassedOn(life);
                default -> false;
            };
        }

        private boolean isPassedOn(ClockLife life) {
            return !Objects.equals(life.row().teamId(), ticket.staff().teamId());
        }

        /** Whether what this cycle was about has been done. */
        private Optional<Standing> done(ClockLife life) {
            Instant start = life.row().startedAt();
            Instant reply = ticket.words().lastReplyAt();
            Instant waiting = ticket.words().waitingSince();
            return switch (metric.family()) {
                case OWN -> Optional.ofNullable(ticket.staff().firstOwnedAt()).map(Standing::owned);
                case ANSWER -> Optional.ofNullable(response()).map(Standing::answered);
                case NEXT -> {
                    if (waiting != null && !waiting.isAfter(start)) {
                        yield Optional.empty();
                    }
                    boolean replied = reply != null && !reply.isBefore(start);
                    yield Optional.of(
                            replied
                                    ? Standing.answered(reply)
                                    : new Standing(Phase.VOID, Standing.NO_REPLY_NEEDED, at));
                }
                case UPDATE ->
                    reply != null && reply.isAfter(start) ? Optional.of(Standing.answered(reply)) : Optional.empty();
                case TEAM ->
                    isPassedOn(life)
                            ? Optional.of(new Standing(Phase.STOPPED, Standing.PASSED_ON, at))
                            : Optional.empty();
                case SOLVE -> Optional.empty();
            };
        }

        private Instant response() {
            return ticket.words().firstResponseAt();
        }

        /** When the next clock of this metric begins, if one does now. */
        private Optional<Instant> next(Optional<ClockLife> known) {
            boolean over = known.map(life -> beginsAnew(life) || isOver(life)).orElse(true);
            if (!over || Standing.isOutOfWork(ticket.status())) {
                return Optional.empty();
            }
            return switch (metric.family()) {
                case SOLVE -> start(known);
                case OWN -> owes(ticket.staff().firstOwnedAt()) ? start(known) : Optional.empty();
                case ANSWER -> owesFirstResponse() && owes(response()) ? start(known) : Optional.empty();
                case NEXT -> nextWait(known);
                case UPDATE -> nextUpdate(known);
                case TEAM -> ticket.status().isOpen() ? start(known) : Optional.empty();
            };
        }

        /** A ticket that was closed before anything was promised owes nothing that it has not had. */
        private boolean owes(Instant done) {
            return done != null || ticket.status().isOpen();
        }

        private Optional<Instant> start(Optional<ClockLife> known) {
            if (known.isPresent()) {
                return Optional.of(at);
            }
            Instant inherited =
                    metric.family() == Family.ANSWER ? ticket.words().inheritedStart() : null;
            if (inherited != null && (ticket.createdByAgent() || inherited.isBefore(ticket.createdAt()))) {
                return Optional.of(inherited);
            }
            return Optional.of(ticket.createdAt());
        }

        private Optional<Instant> nextWait(Optional<ClockLife> known) {
            Instant waiting = ticket.words().waitingSince();
            if (waiting == null || !ticket.status().isOpen() || isFirstResponseAwaited()) {
                return Optional.empty();
            }
            boolean another = known.map(life -> life.timeline().last().phase() == Phase.STOPPED
                            || !life.row().startedAt().equals(waiting))
                    .orElse(true);
            return another ? Optional.of(waiting) : Optional.empty();
        }

        private Optional<Instant> nextUpdate(Optional<ClockLife> known) {
            if (!ticket.status().isOpen() || isFirstResponseAwaited()) {
                return Optional.empty();
            }
            Instant reply = ticket.words().lastReplyAt();
            if (known.isEmpty()) {
                return Optional.of(reply == null ? ticket.createdAt() : reply);
            }
            boolean answeredNow = wasLive && known.get().timeline().last().phase() == Phase.STOPPED;
            return Optional.of(answeredNow ? known.get().timeline().last().from() : at);
        }

        private boolean isOver(ClockLife life) {
            return switch (metric.family()) {
                case NEXT, UPDATE -> !life.timeline().live();
                case TEAM -> !life.timeline().live() && isPassedOn(life);
                default -> false;
            };
        }

        /**
         * Whether the ticket is open again and this clock is not the one that goes on: features B1.11, where the policy
         * wants a new cycle; and an update is always owed anew.
         */
        private boolean beginsAnew(ClockLife life) {
            if (!ticket.status().isOpen()) {
                return false;
            }
            return switch (metric.family()) {
                case UPDATE -> !life.timeline().live();
                case SOLVE ->
                    life.timeline().last().phase() == Phase.STOPPED
                            && policy.filter(p -> p.options().reopening() == Reopening.NEW_CYCLE)
                                    .isPresent();
                default -> false;
            };
        }

        private boolean owesFirstResponse() {
            return !ticket.createdByAgent()
                    || ticket.words().inheritedStart() != null
                    || policy.filter(p -> p.options().agentTickets() == AgentTickets.SECOND_COMMENT)
                            .isPresent();
        }

        /** Features B1.18: nothing else is said to be owed while the first response is. */
        private boolean isFirstResponseAwaited() {
            return ticket.words().firstResponseAt() == null
                    && owesFirstResponse()
                    && promised(Metric.FIRST_RESPONSE, ticket, policy, false).isPresent();
        }

        private void begin(Instant start, Optional<ClockLife> known) {
            int cycle = known.map(life -> life.row().cycle() + 1).orElse(1);
            Optional<Agreement> agreement =
                    promised(metric, ticket, policy, metric.family() == Family.SOLVE && cycle > 1);
            if (agreement.isEmpty()) {
                return;
            }
            SlaClock row = new SlaClock(ticket.ticketId(), metric, cycle, start, agreement.get());
            if (start.isBefore(at)) {
                row.agreedAgain(at); // counted from then, but not broken before it was promised
            }
            row.ofTeam(ticket.staff().teamId());
            ClockLife life = shelf.begin(row, ticket.status().name(), now);
            lives.add(life);
            goOn(life);
        }
    }
}
