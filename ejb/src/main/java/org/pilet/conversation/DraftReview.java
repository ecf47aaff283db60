package org.pilet.conversation;

import java.time.Instant;
import org.pilet.platform.DomainEvent;

/**
 * Somebody is asked to look over an answer before it goes out, or has done so.
 *
 * @param personId who is to hear of it; null where a whole team is asked
 * @param teamId the team that is asked, or null
 * @param asked whether it is to be looked over; else it was
 */
public record DraftReview(long ticketId, Long personId, Long teamId, boolean asked, Long actorId, Instant at)
        implements DomainEvent {}
