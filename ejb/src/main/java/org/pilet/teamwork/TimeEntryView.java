package org.pilet.teamwork;

import java.io.Serializable;
import java.time.LocalDate;

/** Time that somebody has spent on a ticket, on a day of their own calendar. */
public record TimeEntryView(
        long id,
        long ticketId,
        String ticketNumber,
        String organisationName,
        long personId,
        String personName,
        LocalDate spentOn,
        int minutes,
        TimeKind kind,
        boolean billable,
        String note)
        implements Serializable {}
