package org.pilet.automation.terms;

import java.time.Instant;

/** Knows when a business calendar is open. */
@FunctionalInterface
public interface OpenCalendars {

    boolean open(long calendarId, Instant at);
}
