package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.pilet.platform.Clock;

/**
 * When people are told of deadlines (features B1.15): in their own working hours, where these are known. Of somebody whose
 * hours are not, warnings wait for the calendar that the clock runs by; a missed deadline is told at once.
 */
@Dependent
class WorkingHours {

    @Inject
    private ClockStore store;

    @Inject
    private Rulebooks rulebooks;

    @Inject
    private Clock clock;

    /** Now if they work now, else when they begin next. */
    Instant whenToTell(long personId, boolean warning, long clocksCalendar) {
        Instant now = clock.now();
        Optional<Long> hours =
                store.calendarOf(personId).or(() -> warning ? Optional.of(clocksCalendar) : Optional.empty());
        return hours.map(calendar -> rulebooks.current().calendar(calendar).nextOpening(now))
                .orElse(now);
    }
}
