package org.pilet.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Why an open ticket needs attention (features A3.11): what {@link WorkListView#NEEDS_ATTENTION} asks, one by one. */
public enum LostSight {
    /** It has been nobody's for an hour. */
    NOBODYS("t.owner_id is null and t.created_at <= ?", Duration.ofHours(1)),
    /** The date that somebody has set for it has passed. */
    PAST_DATE("t.due_at <= ?", Duration.ZERO),
    /** A promise is broken. */
    PAST_PROMISE("t.next_due_at <= ?", Duration.ZERO),
    /** It was to have woken up. */
    OVERSLEPT("t.status = 'POSTPONED' and t.wake_up_at <= ?", Duration.ZERO),
    /** It was answered five days ago, and nothing has come of it. */
    ANSWERED_LONG_AGO("t.status = 'ANSWERED' and t.status_since <= ?", Duration.ofDays(5));

    private final String condition;
    private final Duration patience;

    LostSight(String condition, Duration patience) {
        this.condition = condition;
        this.patience = patience;
    }

    /** Of a ticket {@code t}, with a place for {@link #since}. */
    String condition() {
        return condition;
    }

    /** Under which the answer is read. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Before this moment it should have been settled. */
    Instant since(Instant now) {
        return now.minus(patience);
    }
}
