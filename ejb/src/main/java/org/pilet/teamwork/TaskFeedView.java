package org.pilet.teamwork;

import java.io.Serializable;
import java.time.Instant;

/**
 * The address under which calendar programs read somebody's tasks.
 *
 * @param lastUsedAt null when none has read it yet
 */
public record TaskFeedView(Instant createdAt, Instant lastUsedAt) implements Serializable {}
