package org.pilet.conversation;

import java.io.Serializable;
import java.time.Instant;

/** Unsent words of one person on one ticket. */
public record DraftView(Visibility visibility, String html, Instant savedAt) implements Serializable {}
