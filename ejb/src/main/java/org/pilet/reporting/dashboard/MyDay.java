package org.pilet.reporting.dashboard;

import java.io.Serializable;

/** What the caller has done today so far, and did yesterday; days are those of the caller's time zone. */
public record MyDay(DayWork today, DayWork yesterday) implements Serializable {}
