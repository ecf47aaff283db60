package org.pilet.security;

import java.io.Serializable;
import java.util.Set;

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

    /** AGENT, CUSTOMER or SYSTEM, as histories record it. */
    public String actorKind() {
        return isSystem() ? "SYSTEM" : isStaff() ? "AGENT" : "CUSTOMER";
    }
}
