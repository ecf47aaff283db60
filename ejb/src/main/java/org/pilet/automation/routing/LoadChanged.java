package org.pilet.automation.routing;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/** What somebody can be given has changed: they pause, are away or back, have reserved a ticket, or have other caps. */
public record LoadChanged(long personId, Instant at) implements DomainEvent {}
