package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How one metric of a what-if ticket stands.
 *
 * @param why the reason of its state: a status, {@code ANSWERED}, {@code OWNED}, {@code NO_REPLY_NEEDED},
 *     {@code NO_POLICY}; for one that is not applicable {@code CREATED_BY_AGENT}, {@code FIRST_RESPONSE_AWAITED},
 *     {@code NOBODY_WAITS} or the status
 * @param dueAt missing while it is paused with time left, void, or not applicable
 * @param dueAtIfResumed for one that is paused: by when it would be due if it went on at once
 * @param budgetSeconds open time that is promised, of a target in working days as much as there is until the last ends
 * @param explanation from the start to the due time, or to the moment of looking while there is none; the counted pieces
 *     sum to the budget
 * @param levels when the levels of the ladder are passed
 * @param steps what has happened to it, never changed
 * @param earlier the metric's clocks before this one, oldest first
 */
public record WhatIfClock(
        Metric metric,
        int cycle,
        State state,
        String why,
        String policyName,
        Instant startedAt,
        Instant dueAt,
        Instant dueAtIfResumed,
        boolean dueByHand,
        Instant pausedAt,
        Instant completedAt,
        Instant breachedAt,
        String overrideReason,
        Long budgetSeconds,
        Long usedSeconds,
        Long remainingSeconds,
        List<ExplainedInterval> explanation,
        List<PassedLevel> levels,
        List<ClockStep> steps,
        List<WhatIfClock> earlier)
        implements Serializable {

    /** As {@link ClockState}, and that there is no clock. */
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        BREACHED,
        VOID,
        NOT_APPLICABLE
    }

    /** A level of the ladder: hundredths of the budget, seconds of open time more or less, and when it is passed. */
    public record PassedLevel(int percent, long offsetSeconds, Instant at) implements Serializable {}

    static WhatIfClock absent(Metric metric, String why, String policyName) {
        return new WhatIfClock(
                metric,
                0,
                State.NOT_APPLICABLE,
                why,
                policyName,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static WhatIfClock of(ClockLife life, String policyName, Instant asOf, List<WhatIfClock> earlier) {
        SlaTimeline timeline = life.timeline();
        SlaClock row = life.row();
        Instant until = timeline.completed().orElse(asOf);
        boolean isPaused = timeline.pause().isPresent() && timeline.due().isEmpty();
        Duration used = timeline.used(until);
        return new WhatIfClock(
                row.metric(),
                row.cycle(),
                State.valueOf(timeline.state(asOf).name()),
                timeline.last().why(),
                policyName,
                row.startedAt(),
                timeline.due().orElse(null),
                isPaused ? timeline.dueIfRunningSince(asOf).orElse(null) : null,
                row.dueByHand() != null,
                timeline.pause().map(Stretch::from).orElse(null),
                timeline.completed().orElse(null),
                timeline.breachedBy(asOf).orElse(null),
                row.overrideReason(),
                timeline.terms().budget().toSeconds(),
                used.toSeconds(),
                timeline.remaining(until).toSeconds(),
                timeline.explainDue(asOf),
                life.levels().stream()
                        .map(strike -> new PassedLevel(
                                strike.level().rung().percent(),
                                strike.level().rung().offset().toSeconds(),
                                strike.at()))
                        .toList(),
                life.events().stream().map(ClockEvent::step).toList(),
                earlier);
    }
}
