package org.pilet.reporting.dashboard;

import java.io.Serializable;

/**
 * What somebody has done in a day.
 *
 * @param tickets on how many tickets they have done anything of this
 * @param minutes of work that they have booked
 */
public record DayWork(long tickets, long replies, long notes, long resolved, long opened, long minutes)
        implements Serializable {}
