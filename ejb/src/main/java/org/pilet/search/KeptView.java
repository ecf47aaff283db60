package org.pilet.search;

import java.io.Serializable;
import java.time.Instant;

/**
 * A view as administrators see it.
 *
 * @param personName whose own it is; null for a team's and everybody's
 * @param uses how often somebody has opened it
 */
public record KeptView(SavedView view, String personName, long uses, Instant usedAt) implements Serializable {}
