package org.pilet.sla;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A ticket that never was: by which rules, what it is at the beginning, what happens to it, and when one looks.
 *
 * @param policies tried in this order; each names one of the calendars by its id
 * @param house the zone of calendars that name none
 * @param events in any order; they are told by their instants, those of one instant in this order
 * @param asOf what happens later is not told; null: the last event
 */
public record WhatIfCase(
        List<PolicyView> policies,
        List<CalendarView> calendars,
        ZoneId house,
        WhatIfTicket ticket,
        List<WhatIfEvent> events,
        Instant asOf)
        implements Serializable {

    public WhatIfCase {
        policies = List.copyOf(policies);
        calendars = List.copyOf(calendars);
        events = List.copyOf(events);
    }
}
