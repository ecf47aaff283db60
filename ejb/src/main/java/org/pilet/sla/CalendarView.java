package org.pilet.sla;

import java.io.Serializable;

/** A business calendar as it is kept. */
public record CalendarView(long id, int version, CalendarDraft content) implements Serializable {}
