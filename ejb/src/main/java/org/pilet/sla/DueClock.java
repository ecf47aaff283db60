package org.pilet.sla;

import java.io.Serializable;

/** A clock that has something to strike, as it was when it was found; with another generation it is not meant. */
public record DueClock(long clockId, long ticketId, int generation) implements Serializable {}
