package org.pilet.sla;

import org.pilet.tickets.Priority;

/** What a policy promises for one metric of one ticket. */
record Agreement(long policyId, long calendarId, Priority priority, Budget budget) {}
