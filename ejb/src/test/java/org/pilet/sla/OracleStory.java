package org.pilet.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.pilet.sla.ExplainedInterval.Kind;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** One ticket with whatever happens to it, told twice: to the engine as a what-if case, and here minute by minute. */
final class OracleStory {

    /** How long a story lasts. */
    static final int MINUTES = 5 * 24 * 60;

    /** A minute that does not come. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final List<Metric> METRICS = List.of(
            Metric.TIME_TO_OWN,
            Metric.FIRST_RESPONSE,
            Metric.NEXT_RESPONSE,
            Metric.PERIODIC_UPDATE,
            Metric.AGENT_WORK,
            Metric.RESOLUTION,
            Metric.TEAM_RESOLUTION);

    private final Random random;
    private final OracleOffice office;
    private final int created;
    private final boolean byAgent;
    private final Map<Metric, Map<Priority, OraclePromise>> promises = new EnumMap<>(Metric.class);
    private final Map<Metric, OracleTape> tapes = new EnumMap<>(Metric.class);
    private final Map<Metric, Integer> cycles = new EnumMap<>(Metric.class);
    private final List<WhatIfEvent> events = new ArrayList<>();
    private int team = 1;
    private Status status = Status.NEW;
    private Priority priority = Priority.NORMAL;
    private int firstReply = NEVER;
    private int lastReply = NEVER;
    private int waiting = NEVER;
    private int owned = NEVER;
    private int minute;

    OracleStory(Random random, OracleOffice office) {
        this.random = random;
        this.office = office;
        created = random.nextInt(MINUTES / 3);
        byAgent = random.nextInt(6) == 0;
        waiting = byAgent ? NEVER : created;
        for (Metric metric : METRICS) {
            if (random.nextInt(3) > 0) {
                Map<Priority, OraclePromise> byPriority = new EnumMap<>(Priority.class);
                byPriority.put(Priority.NORMAL, OraclePromise.random(random));
                byPriority.put(Priority.HIGH, OraclePromise.random(random));
                promises.put(metric, byPriority);
            }
        }
        minute = created;
        look(NEVER);
        for (int i = random.nextInt(9); i > 0; i--) {
            minute += 1 + random.nextInt(random.nextBoolean() ? 90 : 1200);
            if (minute >= MINUTES - 1) {
                break;
            }
            happen();
        }
    }

    private void happen() {
        Instant at = instant(minute);
        int replied = NEVER;
        switch (random.nextInt(13)) {
            case 0, 1 -> {
                events.add(new WhatIfEvent.AgentAnswers(at));
                firstReply = Math.min(firstReply, minute);
                lastReply = minute;
                waiting = NEVER;
                replied = minute;
                status = status == Status.NEW || status == Status.OPEN ? Status.ANSWERED : status;
            }
            case 2, 3 -> {
                events.add(new WhatIfEvent.CustomerWrites(at));
                waiting = waiting == NEVER ? minute : waiting;
                status = status == Status.ANSWERED ? Status.OPEN : status;
            }
            case 4 -> {
                priority = priority == Priority.HIGH ? Priority.NORMAL : Priority.HIGH;
                events.add(new WhatIfEvent.Prioritised(at, priority));
            }
            case 5 -> {
                events.add(new WhatIfEvent.Owned(at, true));
                owned = Math.min(owned, minute);
            }
            case 6 -> events.add(new WhatIfEvent.NothingCounts(at));
            case 7 -> {
                team = 1 + random.nextInt(3);
                events.add(new WhatIfEvent.Moved(at, (long) team, null, null, null, null, null, null, null, null));
            }
            default -> {
                Status[] choices = random.nextInt(8) == 0
                        ? new Status[] {Status.SPAM, Status.MERGED, Status.DELETED}
                        : new Status[] {
                            Status.OPEN,
                            Status.OPEN,
                            Status.PENDING,
                            Status.ON_HOLD,
                            Status.POSTPONED,
                            Status.RESOLVED,
                            Status.CLOSED
                        };
                status = choices[random.nextInt(choices.length)];
                events.add(new WhatIfEvent.Becomes(at, status));
            }
        }
        look(replied);
    }

    /** Where each clock is from this minute on. */
    private void look(int replied) {
        for (Metric metric : METRICS) {
            if (promises.containsKey(metric)) {
                switch (metric) {
                    case TIME_TO_OWN -> once(metric, created, owned);
                    case FIRST_RESPONSE -> {
                        if (!byAgent) {
                            once(metric, created, firstReply);
                        }
                    }
                    case NEXT_RESPONSE -> next(metric);
                    case PERIODIC_UPDATE -> update(metric, replied);
                    case TEAM_RESOLUTION -> ofTeam(metric);
                    default -> {
                        tapes.computeIfAbsent(metric, key -> begin(key, created));
                        go(metric, phase(metric), true);
                    }
                }
            }
        }
    }

    private void once(Metric metric, int start, int done) {
        tapes.computeIfAbsent(metric, key -> begin(key, start));
        boolean out = isOut();
        go(metric, done != NEVER && !out ? Phase.STOPPED : phase(metric), false);
    }

    private void next(Metric metric) {
        OracleTape tape = tapes.get(metric);
        if (tape != null && !isOut() && waiting != tape.start()) {
            if (tape.isLiveAt(minute)) {
                go(metric, Phase.STOPPED, false);
            }
        } else if (tape != null) {
            go(metric, phase(metric), false);
        }
        tape = tapes.get(metric);
        boolean over = tape == null || !tape.isLiveAt(minute);
        boolean another = tape == null || waiting != tape.start();
        if (over && another && waiting != NEVER && status.isOpen() && !awaitsFirst()) {
            tapes.put(metric, begin(metric, waiting));
            go(metric, phase(metric), false);
        }
    }

    private void update(Metric metric, int replied) {
        OracleTape tape = tapes.get(metric);
        if (tape != null && tape.isLiveAt(minute)) {
            go(metric, replied != NEVER && !isOut() ? Phase.STOPPED : phase(metric), false);
        } else if (tape != null && isOut()) {
            go(metric, Phase.VOID, false);
        }
        tape = tapes.get(metric);
        if ((tape == null || !tape.isLiveAt(minute)) && status.isOpen() && !awaitsFirst()) {
            int start = tape != null ? minute : lastReply == NEVER ? created : lastReply;
            tapes.put(metric, begin(metric, start));
            go(metric, phase(metric), false);
        }
    }

    /** Each team has a clock of its own, from getting the ticket to solving it or passing it on. */
    private void ofTeam(Metric metric) {
        OracleTape tape = tapes.computeIfAbsent(metric, key -> begin(key, created));
        if (tape.team() == team || isOut()) {
            go(metric, phase(metric), true);
            return;
        }
        if (tape.isLiveAt(minute)) {
            go(metric, Phase.STOPPED, false);
        }
        if (status.isOpen()) {
            tapes.put(metric, begin(metric, minute));
            go(metric, phase(metric), true);
        }
    }

    private OracleTape begin(Metric metric, int start) {
        OracleTape tape = new OracleTape(office, start, team);
        // what begins with the past counts from then, and is promised only now
        tape.agree(Math.max(start, minute), promises.get(metric).get(priority));
        cycles.merge(metric, 1, Integer::sum);
        return tape;
    }

    private void go(Metric metric, Phase phase, boolean closingIsDoing) {
        OracleTape tape = tapes.get(metric);
        boolean closed = !status.isOpen() && !isOut();
        Phase next = phase;
        if (closed
                && phase == Phase.VOID
                && (closingIsDoing || tape.breach(minute).isPresent())) {
            next = Phase.STOPPED;
        }
        if (tape.at(minute) != next) {
            tape.fill(minute, next);
        }
        if (tape.isLiveAt(minute) && !tape.terms().equals(promises.get(metric).get(priority))) {
            tape.agree(Math.max(minute, tape.start()), promises.get(metric).get(priority));
        }
    }

    private Phase phase(Metric metric) {
        if (!status.isOpen()) {
            return Phase.VOID;
        }
        return metric.usualPauses().contains(status) ? Phase.PAUSED : Phase.RUNNING;
    }

    private boolean isOut() {
        return status == Status.SPAM || status == Status.MERGED || status == Status.DELETED;
    }

    private boolean awaitsFirst() {
        return firstReply == NEVER && !byAgent && promises.containsKey(Metric.FIRST_RESPONSE);
    }

    void compare() {
        int seenAt = minute >= MINUTES - 1 ? MINUTES - 1 : minute + random.nextInt(MINUTES - minute);
        WhatIfResult result = SlaWhatIf.tell(asked(seenAt));
        for (Metric metric : METRICS) {
            Optional<WhatIfClock> clock = result.metrics().stream()
                    .filter(each -> each.metric() == metric)
                    .findFirst();
            OracleTape tape = tapes.get(metric);
            if (tape == null) {
                clock.ifPresent(each -> same(WhatIfClock.State.NOT_APPLICABLE, each.state(), metric, "state"));
            } else {
                compare(clock.orElseThrow(() -> new AssertionError(this + " " + metric)), tape, metric, seenAt);
            }
        }
    }

    private void compare(WhatIfClock clock, OracleTape tape, Metric metric, int seenAt) {
        same(cycles.get(metric), clock.cycle(), metric, "cycle");
        same(instant(tape.start()), clock.startedAt(), metric, "start");
        Phase phase = tape.at(Math.min(MINUTES - 1, Math.max(seenAt, tape.last())));
        Optional<Integer> breach = tape.breach(seenAt);
        WhatIfClock.State state = phase == Phase.VOID
                ? WhatIfClock.State.VOID
                : breach.isPresent()
                        ? WhatIfClock.State.BREACHED
                        : switch (phase) {
                            case STOPPED -> WhatIfClock.State.MET;
                            case PAUSED -> WhatIfClock.State.PAUSED;
                            default -> WhatIfClock.State.RUNNING;
                        };
        same(state, clock.state(), metric, "state");
        same(breach.map(this::instant).orElse(null), clock.breachedAt(), metric, "breach");
        int due = tape.due(tape.terms(), MINUTES);
        if (due != NEVER && phase != Phase.VOID) {
            same(instant(due), clock.dueAt(), metric, "due");
        }
        if (clock.dueAt() != null) {
            explained(clock, metric);
        }
    }

    private void explained(WhatIfClock clock, Metric metric) {
        Instant at = clock.startedAt();
        Duration counted = Duration.ZERO;
        for (ExplainedInterval piece : clock.explanation()) {
            same(at, piece.from(), metric, "piece");
            at = piece.to();
            counted = counted.plus(piece.kind() == Kind.COUNTED ? piece.length() : Duration.ZERO);
        }
        same(clock.dueAt(), at, metric, "end of the explanation");
        same(clock.budgetSeconds(), counted.toSeconds(), metric, "sum of the explanation");
    }

    private void same(Object expected, Object actual, Metric metric, String what) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(
                    what + " of " + metric + ": expected " + expected + " but was " + actual + "\n" + this);
        }
    }

    WhatIfCase asked(int seenAt) {
        List<PolicyDraft.Target> targets = new ArrayList<>();
        promises.forEach((metric, byPriority) -> byPriority.forEach(
                (given, promise) -> targets.add(new PolicyDraft.Target(metric, given, promise.budget(), false))));
        PolicyDraft policy = new PolicyDraft(
                "Standard",
                1,
                true,
                1,
                PolicyConditions.NONE,
                targets,
                PolicyDraft.USUAL_PAUSES,
                List.of(),
                PolicyOptions.USUAL);
        WhatIfTicket ticket = new WhatIfTicket(
                instant(created),
                byAgent,
                false,
                false,
                Status.NEW,
                Priority.NORMAL,
                null,
                1,
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                Set.of(),
                null);
        return new WhatIfCase(
                List.of(new PolicyView(1, 0, policy)),
                List.of(new CalendarView(1, 0, office.draft())),
                ZoneOffset.UTC,
                ticket,
                events,
                instant(seenAt));
    }

    private Instant instant(int ofMinute) {
        return office.sketch().from().plusSeconds(60L * ofMinute);
    }

    @Override
    public String toString() {
        return "created " + instant(created) + (byAgent ? " by an agent" : "") + "\n" + promises + "\n" + events + "\n"
                + office.draft();
    }
}
