package org.pilet.teamwork;

import java.io.Serializable;
import java.time.Instant;

/** Somebody who follows a ticket. */
public record WatcherView(long personId, String name, Instant since) implements Serializable {}
