package org.pilet.tickets;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/**
 * One tag has become another on every ticket. Fired in the transaction, for the rooms that name tags.
 *
 * @param undone whether it was taken back: then what this change has rewritten is written as it was, and the two names are
 *     null
 */
public record TagRenamed(long changeId, String tag, String became, Instant at, boolean undone) implements DomainEvent {}
