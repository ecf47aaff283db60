package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/** A tag, on how many tickets it stands, and when the newest of them was opened. */
public record TagUse(String tag, long tickets, long open, Instant lastOpenedAt) implements Serializable {}
