package org.pilet.notifications;

import java.util.List;
import org.pilet.platform.DomainEvent;

/** These people have news; their open pages count again. */
public record NewsWritten(List<Long> personIds) implements DomainEvent {}
