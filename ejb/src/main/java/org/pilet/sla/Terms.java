package org.pilet.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was promised: so much open time of this calendar; or, set by hand, a date that nothing moves (features B1.17).
 */
record Terms(BusinessCalendar calendar, Duration budget, Optional<Instant> byHand) {

    Terms(BusinessCalendar calendar, Duration budget) {
        this(calendar, budget, Optional.empty());
    }

    Terms until(Instant manualDue) {
        return new Terms(calendar, budget, Optional.ofNullable(manualDue));
    }
}
