package org.pilet.automation.terms;

import java.time.Instant;
import java.util.Set;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;

/** {@link TicketFacts} in the making: what is known is put in field by field. */
public class TicketSketch {

    public long id;
    public String number;
    public String subject;
    public Status status;
    public String statusReason;
    public Priority priority;
    public Impact impact;
    public Urgency urgency;
    public TicketType type;
    public Channel channel;
    public String language;
    public long categoryId;
    public Set<Long> categoryIds;
    public long queueId;
    public long teamId;
    public Long ownerId;
    public boolean ownerAway;
    public Long responsibleId;
    public long requesterId;
    public String requesterName;
    public String requesterEmail;
    public Long organisationId;
    public Set<String> tags;
    public Set<Long> participantIds;
    public boolean escalated;
    public boolean createdByAgent;
    public Instant dueAt;
    public Instant wakeUpAt;
    public Instant createdAt;
    public Instant changedAt;
    public Instant statusSince;
    public Instant assignedAt;
    public Instant firstResponseAt;
    public Instant resolvedAt;
    public Instant lastCustomerAt;
    public Instant lastAgentAt;

    public TicketSketch() {}

    public TicketSketch(TicketFacts known) {
        id = known.id();
        number = known.number();
        subject = known.subject();
        status = known.status();
        statusReason = known.statusReason();
        priority = known.priority();
        impact = known.impact();
        urgency = known.urgency();
        type = known.type();
        channel = known.channel();
        language = known.language();
        categoryId = known.categoryId();
        categoryIds = known.categoryIds();
        queueId = known.queueId();
        teamId = known.teamId();
        ownerId = known.ownerId();
        ownerAway = known.ownerAway();
        responsibleId = known.responsibleId();
        requesterId = known.requesterId();
        requesterName = known.requesterName();
        requesterEmail = known.requesterEmail();
        organisationId = known.organisationId();
        tags = known.tags();
        participantIds = known.participantIds();
        escalated = known.escalated();
        createdByAgent = known.createdByAgent();
        dueAt = known.dueAt();
        wakeUpAt = known.wakeUpAt();
        createdAt = known.createdAt();
        changedAt = known.changedAt();
        statusSince = known.statusSince();
        assignedAt = known.assignedAt();
        firstResponseAt = known.firstResponseAt();
        resolvedAt = known.resolvedAt();
        lastCustomerAt = known.lastCustomerAt();
        lastAgentAt = known.lastAgentAt();
    }

    public TicketFacts facts() {
        return new TicketFacts(
                id,
                number,
                subject,
                status,
                statusReason,
                priority,
                impact,
                urgency,
                type,
                channel,
                language,
                categoryId,
                Set.copyOf(categoryIds),
                queueId,
                teamId,
                ownerId,
                ownerAway,
                responsibleId,
                requesterId,
                requesterName,
                requesterEmail,
                organisationId,
                Set.copyOf(tags),
                Set.copyOf(participantIds),
                escalated,
                createdByAgent,
                dueAt,
                wakeUpAt,
                createdAt,
                changedAt,
                statusSince,
                assignedAt,
                firstResponseAt,
                resolvedAt,
                lastCustomerAt,
                lastAgentAt);
    }
}
