package org.pilet.sla;

import java.time.Duration;

/** What was promised: so much open time of this calendar. */
record Terms(BusinessCalendar calendar, Duration budget) {}
