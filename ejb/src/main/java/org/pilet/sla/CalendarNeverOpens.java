package org.pilet.sla;

import java.time.Instant;
import org.pilet.platform.InvalidInput;

/**
 * A business calendar has no opening within 400 days, so no deadline can be computed with it. That is a mistake in the
 * calendar, never a deadline at the end of time.
 */
public class CalendarNeverOpens extends InvalidInput {

    private static final long serialVersionUID = 1L;

    CalendarNeverOpens(Instant after) {
        super("calendar", "neverOpens", after);
    }
}
