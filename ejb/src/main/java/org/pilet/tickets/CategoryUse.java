package org.pilet.tickets;

import java.io.Serializable;
import java.time.Instant;

/** On how many tickets a category stands itself, without those below it; and when the newest of them was opened. */
public record CategoryUse(long categoryId, long tickets, long open, Instant lastOpenedAt) implements Serializable {}
