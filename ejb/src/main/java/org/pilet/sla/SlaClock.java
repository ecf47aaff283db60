package org.pilet.sla;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.sla.EscalationLadder.Rung;
import org.pilet.tickets.Priority;

/**
 * The row of a clock. It is begun when the ticket is opened, copies what its {@link SlaTimeline} says whenever that
 * changes, and is never deleted. What it does not copy but decides: the terms, and whether the promise was broken.
 */
@Entity
@Table(name = "sla_clock")
class SlaClock {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sla_clock")
    @SequenceGenerator(name = "sla_clock", sequenceName = "sla_clock_seq", allocationSize = 50)
    private Long id;

    @Column(name = "ticket_id")
    private long ticketId;

    @Enumerated(EnumType.STRING)
    private Metric metric;

    private int cycle = 1;

    @Column(name = "policy_id")
    private long policyId;

    @Column(name = "calendar_id")
    private long calendarId;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "budget_seconds")
    private long budgetSeconds;

    @Enumerated(EnumType.STRING)
    private Budget.Counting counting;

    @Column(name = "due_by_hand")
    private Instant dueByHand;

    @Column(name = "terms_since")
    private Instant termsSince;

    @Enumerated(EnumType.STRING)
    private ClockState state = ClockState.RUNNING;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "paused_at")
    private Instant pausedAt;

    @Column(name = "remaining_seconds")
    private Long remainingSeconds;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Column(name = "breached_at")
    private Instant breachedAt;

    @Column(name = "voided_at")
    private Instant voidedAt;

    @Column(name = "overridden_at")
    private Instant overriddenAt;

    @Column(name = "override_reason")
    private String overrideReason;

    @Column(name = "team_id")
    private Long teamId;

    @Column(name = "struck_percent")
    private int struckPercent;

    @Column(name = "next_strike_at")
    private Instant nextStrikeAt;

    private int attempts;

    @Version
    private int generation;

    protected SlaClock() {}

    SlaClock(long ticketId, Metric metric, int cycle, Instant startedAt, Agreement agreement) {
        this.ticketId = ticketId;
        this.metric = metric;
        this.cycle = cycle;
        this.startedAt = startedAt;
        agree(agreement, startedAt);
    }

    /** Which team has the ticket while it runs. */
    void ofTeam(Long team) {
        teamId = team;
    }

    Long teamId() {
        return teamId;
    }

    final void agree(Agreement agreement, Instant since) {
        policyId = agreement.policyId();
        calendarId = agreement.calendarId();
        priority = agreement.priority();
        budgetSeconds = agreement.budget().length().toSeconds();
        counting = agreement.budget().counting();
        termsSince = since;
    }

    /** The same terms, which mean something else by now. */
    void agreedAgain(Instant since) {
        termsSince = since;
    }

    /** Null: by the budget again. */
    void dueByHand(Instant due, Instant since) {
        dueByHand = due;
        termsSince = since;
    }

    /** The wait began at another moment than was known; that holds from {@code at} on. */
    void startAt(Instant start, Instant at) {
        startedAt = start;
        termsSince = at;
    }

    /** Somebody has decided that the breach shall not count; it is not undone, features B1.10. */
    void override(String reason, Instant at) {
        overrideReason = reason;
        overriddenAt = at;
    }

    Terms terms(BusinessCalendar calendar) {
        return budget().terms(calendar, startedAt).until(dueByHand);
    }

    boolean hasTermsOf(Agreement agreement) {
        return policyId == agreement.policyId()
                && calendarId == agreement.calendarId()
                && budget().equals(agreement.budget());
    }

    void copy(SlaTimeline timeline, Instant now, Optional<Instant> nextStrike) {
        state = timeline.state(now);
        dueAt = timeline.due().orElse(null);
        pausedAt = timeline.pause().map(Stretch::from).orElse(null);
        remainingSeconds =
                timeline.pause().map(p -> timeline.remaining(now).toSeconds()).orElse(null);
        completedAt = timeline.completed().orElse(null);
        voidedAt = state == ClockState.VOID ? timeline.last().from() : null;
        nextStrikeAt = nextStrike.orElse(null);
        attempts = 0;
    }

    void passed(Rung rung, Instant at) {
        struckPercent = Math.max(struckPercent, rung.mark());
        if (rung.isDue() && breachedAt == null) {
            breachedAt = at;
        }
    }

    /** Striking failed: again after a while that doubles each time, up to about five minutes. */
    void defer(Instant now) {
        attempts = Math.min(attempts + 1, 8);
        nextStrikeAt = now.plusSeconds(1L << attempts);
    }

    boolean awaits(int knownGeneration, Instant now) {
        return generation == knownGeneration && nextStrikeAt != null && nextStrikeAt.isBefore(now);
    }

    Long id() {
        return id;
    }

    long ticketId() {
        return ticketId;
    }

    Metric metric() {
        return metric;
    }

    long policyId() {
        return policyId;
    }

    long calendarId() {
        return calendarId;
    }

    Budget budget() {
        return new Budget(counting, Duration.ofSeconds(budgetSeconds));
    }

    int cycle() {
        return cycle;
    }

    Priority priority() {
        return priority;
    }

    Instant dueByHand() {
        return dueByHand;
    }

    String overrideReason() {
        return overrideReason;
    }

    Instant termsSince() {
        return termsSince;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    Optional<Instant> breachedAt() {
        return Optional.ofNullable(breachedAt);
    }

    int struckPercent() {
        return struckPercent;
    }

    /** When the sweep must look at it next, if ever. */
    Optional<Instant> nextStrikeAt() {
        return Optional.ofNullable(nextStrikeAt);
    }

    RehearsedClock rehearsed(List<ClockEvent> events) {
        return new RehearsedClock(
                metric,
                policyId,
                calendarId,
                priority,
                budgetSeconds,
                termsSince,
                state,
                startedAt,
                dueAt,
                pausedAt,
                remainingSeconds,
                completedAt,
                breachedAt,
                voidedAt,
                struckPercent,
                nextStrikeAt,
                events.stream().map(ClockEvent::rehearsed).toList());
    }
}
