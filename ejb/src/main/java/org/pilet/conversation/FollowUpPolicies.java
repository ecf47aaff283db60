package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketFinder;

/** What a customer's words on a ticket that is done do, decided for each queue. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class FollowUpPolicies {

    @Inject
    private FollowUpStore store;

    @Inject
    private FollowUps followUps;

    @EJB
    private Queues queues;

    @EJB
    private TicketFinder finder;

    /** The queue's policy, or {@link FollowUpPolicy#USUAL}. Refused with {@link NotFound} for an unknown queue. */
    public FollowUpPolicy of(long queueId) {
        queues.view(queueId);
        return store.of(queueId);
    }

    /** What words of the requester would do on the ticket now, if they say more than thanks. Refused as reading it is. */
    @RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public FollowUpPolicy.Course course(long ticketId) {
        return followUps.course(finder.view(ticketId));
    }

    /** What these words do on the ticket. */
    @RolesAllowed(Roles.SYSTEM)
    public FollowUpPolicy.Course course(long ticketId, IncomingMessage said) {
        return followUps.course(finder.view(ticketId), said);
    }

    /** Refused with {@link InvalidInput} without a kind, or when the days that the kind needs are missing. */
    public FollowUpPolicy set(long queueId, FollowUpPolicy policy) {
        queues.view(queueId);
        if (policy == null || policy.kind() == null) {
            throw new InvalidInput("kind", "required");
        }
        boolean limited = policy.kind() == FollowUpPolicy.Kind.REOPEN_WITHIN_DAYS;
        if (limited && (policy.days() == null || policy.days() < 1 || policy.days() > 3650)) {
            throw new InvalidInput("days", "range", 1, 3650);
        }
        store.set(queueId, new FollowUpPolicy(policy.kind(), limited ? policy.days() : null, policy.thanksReopen()));
        return store.of(queueId);
    }
}
