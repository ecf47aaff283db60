package org.pilet.reporting;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.pilet.platform.Roles;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.OpenHours;

/** Looks calendars up for batch threads, which have no caller of their own. */
@Stateless
@PermitAll // when the house is open is no secret
@RunAs(Roles.SYSTEM)
public class OpenTimes {

    @EJB
    private BusinessCalendars calendars;

    /** The open hours of this calendar; round the clock for null. */
    public OpenHours of(Long calendarId) {
        return calendarId == null ? OpenHours.roundTheClock() : calendars.hours(calendarId);
    }
}
