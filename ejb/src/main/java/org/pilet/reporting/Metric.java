package org.pilet.reporting;

/**
 * What is measured, in the definitions of version {@link #DEFINITION_VERSION}. Every metric can be computed again from
 * ticket events, messages and SLA clocks as they stood at the end of the period. Event metrics fall in the period of
 * the deciding event; the backlog is a snapshot. Tickets that are spam, deleted or merged at the end of the period are
 * excluded from all but the backlog's flows, and counted as excluded.
 *
 * <p>Durations come in two variants. <em>Calendar</em> is what passed on the wall clock. <em>Business</em> is what of it
 * lies in the open hours of the ticket's business calendar and, for resolution, outside the statuses that pause it
 * (PENDING, ON_HOLD, POSTPONED) and outside the time the ticket was out of work.
 */
public enum Metric {
    /** Tickets created. */
    VOLUME(Kind.COUNT),

    /** Tickets in work at the start: status not RESOLVED, CLOSED, MERGED, SPAM or DELETED. */
    BACKLOG_START(Kind.FLOW),
    CREATED(Kind.FLOW),
    /** From RESOLVED or CLOSED back to work; each makes an earlier resolution "revised". */
    REOPENED(Kind.FLOW),
    /** From MERGED, SPAM or DELETED back to work. */
    RESTORED(Kind.FLOW),
    /** Came from another queue, owner, priority or category; none for {@link Dimension#ALL}. */
    MOVED_IN(Kind.FLOW),
    RESOLVED(Kind.FLOW),
    CLOSED_DIRECTLY(Kind.FLOW),
    MERGED(Kind.FLOW),
    /** Marked as spam or deleted. */
    REMOVED(Kind.FLOW),
    MOVED_OUT(Kind.FLOW),
    BACKLOG_END(Kind.FLOW),

    /** NEW and OPEN: an agent must act. */
    BACKLOG_ACTIONABLE(Kind.COUNT),
    /** ANSWERED, PENDING, ON_HOLD, POSTPONED. */
    BACKLOG_WAITING(Kind.COUNT),
    /** In the backlog with an SLA clock past its due time. */
    BACKLOG_OVERDUE(Kind.COUNT),
    BACKLOG_UNASSIGNED(Kind.COUNT),
    AGE_UNDER_1_DAY(Kind.COUNT),
    AGE_1_TO_3_DAYS(Kind.COUNT),
    AGE_3_TO_7_DAYS(Kind.COUNT),
    AGE_7_TO_14_DAYS(Kind.COUNT),
    AGE_14_TO_30_DAYS(Kind.COUNT),
    AGE_OVER_30_DAYS(Kind.COUNT),
    /** How old the tickets of the backlog are. */
    BACKLOG_AGE(Kind.DURATION),

    /** Creation to the first public, human reply of an agent that was really sent; never paused. */
    FIRST_RESPONSE(Kind.DURATION),
    /** Still without first response at the end of the period: how long they have waited so far. */
    AWAITING_FIRST_RESPONSE(Kind.DURATION),
    /** Resolved or closed for the first time without any response. */
    CLOSED_WITHOUT_RESPONSE(Kind.COUNT),
    /** First customer message after an agent's public reply to the next such reply; several messages are one cycle. */
    NEXT_RESPONSE(Kind.DURATION),
    /** Creation to the first owner. */
    TIME_TO_OWN(Kind.DURATION),

    /** Creation to the first entry to RESOLVED, or CLOSED directly. */
    RESOLUTION_FIRST(Kind.DURATION),
    /** Creation to the last such entry not followed by reopening. */
    RESOLUTION_FULL(Kind.DURATION),
    /** What the full resolution is made of; these five add up to it exactly. NEW and OPEN. */
    SPENT_AGENT(Kind.DURATION),
    /** ANSWERED and PENDING. */
    SPENT_CUSTOMER(Kind.DURATION),
    /** ON_HOLD. */
    SPENT_THIRD_PARTY(Kind.DURATION),
    SPENT_POSTPONED(Kind.DURATION),
    /** Resolved before a reopening, or otherwise out of work. */
    SPENT_RESOLVED(Kind.DURATION),

    /** Met of decided first-response clocks; void clocks are excluded. */
    SLA_FIRST_RESPONSE(Kind.SHARE),
    SLA_NEXT_RESPONSE(Kind.SHARE),
    SLA_RESOLUTION(Kind.SHARE),
    SLA_TIME_TO_OWN(Kind.SHARE),
    SLA_PERIODIC_UPDATE(Kind.SHARE),
    SLA_PAUSABLE_UPDATE(Kind.SHARE),
    SLA_REQUESTER_WAIT(Kind.SHARE),
    SLA_AGENT_WORK(Kind.SHARE),
    SLA_TOTAL_RESOLUTION(Kind.SHARE),
    /** What teams owe each other: charged to the team that had the ticket, and part of none of the following. */
    SLA_TEAM_RESOLUTION(Kind.SHARE),
    /** All clocks of whatever target that customers were promised. */
    SLA_ALL(Kind.SHARE),
    /** The same without breaches that somebody has decided not to count, features B1.10; those are excluded. */
    SLA_ADJUSTED(Kind.SHARE),
    /** Tickets fully resolved whose every decided clock was met, of those with any. */
    SLA_PER_TICKET(Kind.SHARE),

    /**
     * Of tickets first resolved seven days ago: one agent contact (messages within ten minutes are one), no transfer,
     * not reopened since. Final, because the seven days have passed; without an eligibility filter (gross).
     */
    FIRST_CONTACT(Kind.SHARE),
    /** The same for tickets first resolved in the period, as far as known at its end. */
    FIRST_CONTACT_PROVISIONAL(Kind.SHARE),

    /** Of tickets first resolved in the period: no person has given it a queue or an owner until then. */
    AUTOMATION_ROUTED(Kind.SHARE),
    /** Of the same: the customer was answered until then, and by no person. */
    AUTOMATION_ANSWERED(Kind.SHARE),
    /** Of closings in the period: those that no person made. */
    AUTOMATION_CLOSED(Kind.SHARE);

    /** Stored with every figure; raised whenever a definition changes, so that old and new are never mixed unseen. */
    public static final int DEFINITION_VERSION = 2;

    /** How a metric is put into numbers. */
    public enum Kind {
        /** A number of tickets or events. */
        COUNT,
        /** A number that belongs to the backlog's identity: nothing is excluded from it. */
        FLOW,
        /** Median, 90th percentile and mean of durations. */
        DURATION,
        /** Hits of n. */
        SHARE
    }

    private final Kind kind;

    Metric(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
