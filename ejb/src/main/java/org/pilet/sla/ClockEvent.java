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
import java.time.Duration;
import java.time.Instant;
import org.pilet.sla.EscalationLadder.Rung;

/**
 * One fact of a clock's life; the database refuses to change or delete it. {@code at} is when it became true,
 * {@code recordedAt} when it was found out, {@code late} that this was later than it should have been.
 */
@Entity
@Table(name = "sla_clock_event")
class ClockEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sla_clock_event")
    @SequenceGenerator(name = "sla_clock_event", sequenceName = "sla_clock_event_seq", allocationSize = 50)
    private Long id;

    @Column(name = "clock_id")
    private Long clockId;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private ClockEventKind kind;

    private Instant at;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private boolean late;
    private String why;
    private Integer percent;

    @Column(name = "offset_seconds")
    private long offsetSeconds;

    @Column(name = "policy_id")
    private long policyId;

    @Column(name = "budget_seconds")
    private long budgetSeconds;

    @Column(name = "due_before")
    private Instant dueBefore;

    @Column(name = "due_after")
    private Instant dueAfter;

    protected ClockEvent() {}

    ClockEvent(SlaClock clock, int ordinal, ClockEventKind kind, Instant at, Instant recordedAt, String why) {
        this.clockId = clock.id();
        this.ordinal = ordinal;
        this.kind = kind;
        this.at = at;
        this.recordedAt = recordedAt;
        this.why = why;
        this.policyId = clock.policyId();
        this.budgetSeconds = clock.budget().length().toSeconds();
        this.dueBefore = clock.dueAt();
        this.dueAfter = clock.dueAt();
    }

    ClockEvent passing(Rung rung, boolean foundLate) {
        percent = rung.percent();
        offsetSeconds = rung.offset().toSeconds();
        late = foundLate;
        return this;
    }

    /** To be called before the event is stored, once the clock knows its new due time. */
    ClockEvent dueAfter(Instant due) {
        dueAfter = due;
        return this;
    }

    ClockEventKind kind() {
        return kind;
    }

    Instant at() {
        return at;
    }

    boolean isLate() {
        return late;
    }

    String why() {
        return why;
    }

    Integer percent() {
        return percent;
    }

    /** The level that this is about, or null. */
    Rung rung() {
        return percent == null ? null : new Rung(percent, Duration.ofSeconds(offsetSeconds));
    }

    ClockStep step() {
        return new ClockStep(kind.name(), at, recordedAt, late, why, percent, dueBefore, dueAfter);
    }

    Instant dueBefore() {
        return dueBefore;
    }

    Instant dueAfter() {
        return dueAfter;
    }

    RehearsedClock.Event rehearsed() {
        return new RehearsedClock.Event(
                ordinal, kind.name(), at, recordedAt, late, why, percent, policyId, budgetSeconds, dueBefore, dueAfter);
    }
}
