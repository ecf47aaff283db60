package org.pilet.catalog;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/**
 * One category has become another. Fired in the transaction, for the rooms that name categories.
 *
 * @param undone whether it was taken back: then what this merge moved goes back
 */
public record CategoriesMerged(long mergeId, long fromId, long intoId, Long personId, Instant at, boolean undone)
        implements DomainEvent {}
