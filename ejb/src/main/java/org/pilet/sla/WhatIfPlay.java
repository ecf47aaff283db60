package org.pilet.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.Metric.Family;
import org.pilet.sla.TicketFacts.Staff;
import org.pilet.sla.TicketFacts.Traits;
import org.pilet.sla.TicketFacts.Words;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/**
 * Plays a what-if history: keeps what would be the ticket's row and thread, and tells the clocks after each event, as the
 * live ticket does.
 *
 * <p>Words change the status only between NEW, OPEN and ANSWERED; a ticket that waits or is closed is taken up again by an
 * event of its own.
 */
final class WhatIfPlay {

    private static final long SOMEBODY = 1;

    private final Rulebook book;
    private final SlaRehearsal clocks;
    private final boolean byAgent;
    private final Instant createdAt;
    private final List<Instant> replies = new ArrayList<>();
    private final Map<Metric, Instant> dueByHand = new EnumMap<>(Metric.class);
    private Traits traits;
    private Status status;
    private Priority priority;
    private Long policyId;
    private Long teamId;
    private Instant waitingSince;
    private Instant waitingBefore;
    private Instant inheritedStart;
    private Instant firstOwnedAt;
    private Instant last;

    WhatIfPlay(Rulebook book, WhatIfTicket ticket) {
        this.book = book;
        clocks = new SlaRehearsal(book);
        byAgent = ticket.byAgent();
        createdAt = ticket.createdAt();
        last = createdAt;
        status = ticket.status();
        priority = ticket.priority();
        policyId = ticket.policyId();
        teamId = ticket.teamId() == null ? ticket.queueId() : ticket.teamId();
        firstOwnedAt = ticket.owned() ? createdAt : null;
        traits = new Traits(
                ticket.queueId(),
                ticket.organisationId(),
                ticket.customerId(),
                ticket.services(),
                ticket.type(),
                ticket.language(),
                ticket.tags(),
                ticket.channel());
        waitingSince = byAgent ? null : createdAt;
        if (ticket.answered()) {
            answer(createdAt);
        }
        clocks.follow(facts(), createdAt);
    }

    /** Told in order of time; what is dated before the ticket is taken to be as old as it. */
    void tell(WhatIfEvent event) {
        Instant at = event.at().isBefore(last) ? last : event.at();
        last = at;
        if (event instanceof WhatIfEvent.Overridden overridden) {
            override(overridden, at);
            return;
        }
        apply(event, at);
        clocks.follow(facts(), at);
    }

    WhatIfResult result(Instant asOf) {
        TicketFacts facts = facts();
        clocks.lives().forEach(life -> life.settle(asOf, asOf));
        Optional<Policy> policy = book.policyFor(facts);
        List<WhatIfClock> metrics = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            List<WhatIfClock> earlier = new ArrayList<>();
            List<ClockLife> cycles = clocks.lives().stream()
                    .filter(life -> life.row().metric() == metric)
                    .toList();
            for (ClockLife life : cycles) {
                String name = book.policy(life.row().policyId()).name();
                boolean isLast = life == cycles.get(cycles.size() - 1);
                (isLast ? metrics : earlier).add(WhatIfClock.of(life, name, asOf, isLast ? earlier : List.of()));
            }
            boolean promised =
                    policy.flatMap(p -> p.agreement(metric, priority, false)).isPresent();
            boolean toOthers = policy.filter(p -> Stream.of(Priority.values())
                            .anyMatch(other -> p.agreement(metric, other, false).isPresent()))
                    .isPresent();
            if (cycles.isEmpty() && toOthers) {
                String why = promised ? whyNone(metric, policy.get()) : "NO_TARGET";
                metrics.add(WhatIfClock.absent(metric, why, policy.get().name()));
            }
        }
        return new WhatIfResult(asOf, status, priority, book.verdicts(facts), metrics, List.of());
    }

    private String whyNone(Metric metric, Policy policy) {
        if (!status.isOpen()) {
            return status.name();
        }
        if (metric.family() == Family.ANSWER) {
            return "CREATED_BY_AGENT";
        }
        boolean awaited = words().firstResponseAt() == null
                && !byAgent
                && policy.agreement(Metric.FIRST_RESPONSE, priority, false).isPresent();
        return awaited ? "FIRST_RESPONSE_AWAITED" : "NOBODY_WAITS";
    }

    private void override(WhatIfEvent.Overridden event, Instant at) {
        ClockLife life = clocks.lives().stream()
                .filter(each -> each.row().metric() == event.metric())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new InvalidInput("metric", "unknown", event.metric()));
        life.settle(at, at);
        life.override(event.reason(), at);
    }

    private void apply(WhatIfEvent event, Instant at) {
        if (event instanceof WhatIfEvent.CustomerWrites) {
            waitingSince = waitingSince == null ? at : waitingSince;
            status = status == Status.ANSWERED ? Status.OPEN : status;
        } else if (event instanceof WhatIfEvent.AgentAnswers) {
            answer(at);
        } else if (event instanceof WhatIfEvent.Becomes becomes) {
            status = becomes.status();
        } else if (event instanceof WhatIfEvent.Prioritised prioritised) {
            priority = prioritised.priority();
        } else if (event instanceof WhatIfEvent.PolicyChosen chosen) {
            policyId = chosen.policyId();
        } else if (event instanceof WhatIfEvent.Moved moved) {
            traits = moved(moved);
            Long queuesTeam = moved.queueId() == null ? teamId : moved.queueId();
            teamId = moved.teamId() == null ? queuesTeam : moved.teamId();
        } else if (event instanceof WhatIfEvent.Owned owned) {
            firstOwnedAt = firstOwnedAt == null && owned.owned() ? at : firstOwnedAt;
        } else if (event instanceof WhatIfEvent.NoAnswerNeeded) {
            waitingSince = null;
            inheritedStart = null;
        } else if (event instanceof WhatIfEvent.AnswerBounced) {
            bounce();
        } else if (event instanceof WhatIfEvent.Absorbs absorbs) {
            inheritedStart = earlier(inheritedStart, absorbs.waitingSince());
        } else if (event instanceof WhatIfEvent.DueSet due) {
            dueByHand.put(due.metric(), due.due());
        }
    }

    private void answer(Instant at) {
        replies.add(at);
        waitingBefore = earlier(waitingSince, inheritedStart);
        waitingSince = null;
        inheritedStart = null;
        status = status == Status.NEW || status == Status.OPEN ? Status.ANSWERED : status;
    }

    private void bounce() {
        if (!replies.isEmpty()) {
            replies.remove(replies.size() - 1);
            waitingSince = earlier(waitingBefore, waitingSince);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private Traits moved(WhatIfEvent.Moved moved) {
        return new Traits(
                moved.queueId() == null ? traits.queueId() : moved.queueId(),
                or(moved.organisationId(), traits.organisationId()),
                or(moved.customerId(), traits.requesterId()),
                or(moved.services(), traits.services()),
                or(moved.type(), traits.type()),
                or(moved.language(), traits.language()),
                or(moved.tags(), traits.tags()),
                or(moved.channel(), traits.channel()));
    }

    private static <T> T or(T given, T before) {
        return given == null ? before : given;
    }

    private Words words() {
        return new Words(
                replies.isEmpty() ? null : replies.get(0),
                replies.isEmpty() ? null : replies.get(replies.size() - 1),
                earlier(waitingSince, inheritedStart),
                inheritedStart);
    }

    private TicketFacts facts() {
        Map<Metric, Instant> set = new EnumMap<>(Metric.class);
        dueByHand.forEach((metric, due) -> {
            if (due != null) {
                set.put(metric, due);
            }
        });
        return new TicketFacts(
                0,
                status,
                priority,
                byAgent,
                createdAt,
                traits,
                words(),
                new Staff(firstOwnedAt == null ? null : SOMEBODY, firstOwnedAt, null, null, teamId),
                set,
                policyId);
    }
}
