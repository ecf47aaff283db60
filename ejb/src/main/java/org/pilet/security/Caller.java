package org.pilet.security;

import java.io.Serializable;
import java.util.Set;
import org.pilet.platform.NotFound;

/**
 * Whoever makes the current call.
 *
 * @param personId null for the system itself
 * @param onlyTicketId set when the caller came by a signed link and may see nothing but this ticket
 * @param viewQueueIds queues whose tickets they may read as staff
 * @param workQueueIds queues whose tickets they may work
 * @param allQueues true for administrators and the system: the two sets do not matter then
 */
public record Caller(
        Long personId,
        Long onlyTicketId,
        String name,
        String language,
        String zone,
        Set<String> roles,
        Set<Long> teamIds,
        Set<Long> viewQueueIds,
        Set<Long> workQueueIds,
        boolean allQueues)
        implements Serializable {

    /** The timers and pumps. */
    public boolean isSystem() {
        return personId == null;
    }

    /** True for staff, false for customers; the system counts as staff. */
    public boolean isStaff() {
        return isSystem() || roles.stream().anyMatch(role -> !role.equals("CUSTOMER"));
    }

    public boolean mayView(long queueId) {
        return allQueues || viewQueueIds.contains(queueId);
    }

    public boolean mayWork(long queueId) {
        return allQueues || workQueueIds.contains(queueId);
    }

    /**
     * Returns this caller if they may; else refuses with {@link NotFound} when they may not even see the ticket, with
     * {@link Forbidden} when they may see it only.
     */
    public Caller require(Permission permission, TicketScope scope) {
        boolean staff = mayView(scope.queueId());
        if (onlyTicketId != null && onlyTicketId != scope.ticketId() || !staff && !isOnCustomerSide(scope)) {
            throw new NotFound("ticket", scope.number());
        }
        boolean may = permission == Permission.VIEW
                || onlyTicketId == null && mayWork(scope.queueId())
                || permission == Permission.WRITE && isOnCustomerSide(scope);
        if (!may) {
            throw new Forbidden(permission, scope.number());
        }
        return this;
    }

    private boolean isOnCustomerSide(TicketScope scope) {
        return personId != null
                && (personId == scope.requesterId() || scope.participantIds().contains(personId));
    }

    /** AGENT, CUSTOMER or SYSTEM, as histories record it. */
    public String actorKind() {
        return isSystem() ? "SYSTEM" : isStaff() ? "AGENT" : "CUSTOMER";
    }
}
