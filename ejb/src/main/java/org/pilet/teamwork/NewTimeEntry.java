package org.pilet.teamwork;

import java.time.LocalDate;

/** Time to be booked; without a day it is today where the caller is. */
public record NewTimeEntry(LocalDate spentOn, int minutes, TimeKind kind, boolean billable, String note) {}
