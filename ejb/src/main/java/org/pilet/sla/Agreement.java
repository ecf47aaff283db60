package org.pilet.sla;

import java.time.Duration;
import org.pilet.tickets.Priority;

/** What a policy promises for one metric of one ticket. */
record Agreement(long policyId, long calendarId, Priority priority, Duration budget) {}
