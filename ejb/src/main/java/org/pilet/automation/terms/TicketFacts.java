package org.pilet.automation.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;

/**
 * A ticket as rules see it, at some instant.
 *
 * @param categoryIds its category and those above
 * @param teamId the team of its queue
 * @param ownerAway its owner pauses or is out of office
 * @param statusSince when it got its status
 * @param lastCustomerAt when its customer last said something; null if never
 * @param lastAgentAt when an agent last answered; null if never
 */
public record TicketFacts(
        long id,
        String number,
        String subject,
        Status status,
        String statusReason,
        Priority priority,
        Impact impact,
        Urgency urgency,
        TicketType type,
        Channel channel,
        String language,
        long categoryId,
        Set<Long> categoryIds,
        long queueId,
        long teamId,
        Long ownerId,
        boolean ownerAway,
        Long responsibleId,
        long requesterId,
        String requesterName,
        String requesterEmail,
        Long organisationId,
        Set<String> tags,
        Set<Long> participantIds,
        boolean escalated,
        boolean createdByAgent,
        Instant dueAt,
        Instant wakeUpAt,
        Instant createdAt,
        Instant changedAt,
        Instant statusSince,
        Instant assignedAt,
        Instant firstResponseAt,
        Instant resolvedAt,
        Instant lastCustomerAt,
        Instant lastAgentAt) {

    /** How it would be after that change; other fields that the change brings along are left as they are. */
    public TicketFacts after(TicketChange change, Instant now) {
        TicketSketch sketch = new TicketSketch(this);
        if (change instanceof TicketChange.Rename c) {
            sketch.subject = c.subject();
        } else if (change instanceof TicketChange.SetStatus c) {
            sketch.statusSince = c.status() == status ? statusSince : now;
            sketch.status = c.status();
            sketch.statusReason = c.reason();
            sketch.wakeUpAt = c.wakeUpAt();
        } else if (change instanceof TicketChange.SetPriority c) {
            sketch.priority = c.priority();
        } else if (change instanceof TicketChange.SetImpact c) {
            sketch.impact = c.impact();
        } else if (change instanceof TicketChange.SetUrgency c) {
            sketch.urgency = c.urgency();
        } else if (change instanceof TicketChange.SetType c) {
            sketch.type = c.type();
        } else if (change instanceof TicketChange.Categorise c) {
            sketch.categoryId = c.categoryId();
            sketch.categoryIds = Set.of(c.categoryId());
        } else if (change instanceof TicketChange.Move c) {
            sketch.queueId = c.queueId();
        } else if (change instanceof TicketChange.Assign c) {
            sketch.ownerId = c.ownerId();
            sketch.ownerAway = false;
        } else if (change instanceof TicketChange.SetResponsible c) {
            sketch.responsibleId = c.personId();
        } else if (change instanceof TicketChange.SetDueAt c) {
            sketch.dueAt = c.dueAt();
        } else if (change instanceof TicketChange.AddTag c) {
            sketch.tags = new HashSet<>(tags);
            sketch.tags.add(c.tag());
        } else if (change instanceof TicketChange.RemoveTag c) {
            sketch.tags = new HashSet<>(tags);
            sketch.tags.remove(c.tag());
        } else if (change instanceof TicketChange.AddParticipant c) {
            sketch.participantIds = new HashSet<>(participantIds);
            sketch.participantIds.add(c.personId());
        } else if (change instanceof TicketChange.RemoveParticipant c) {
            sketch.participantIds = new HashSet<>(participantIds);
            sketch.participantIds.remove(c.personId());
        } else if (change instanceof TicketChange.SetEscalated c) {
            sketch.escalated = c.escalated();
        }
        return sketch.facts();
    }

    /** Whether so much time has passed since that instant; never if it has not come. */
    public static boolean passed(Instant since, Duration time, Instant now) {
        return since != null && !since.plus(time).isAfter(now);
    }
}
