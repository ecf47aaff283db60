package org.pilet.search;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.pilet.conversation.CannedResponses;
import org.pilet.platform.Refusal;
import org.pilet.platform.Roles;
import org.pilet.tickets.ReadyDeeds;

/** Tries what a gesture on many tickets would do to one of them, and lets nothing of it stand. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // taken back whatever comes of it
public class BulkTrials {

    @Resource
    private EJBContext context;

    @EJB
    private CannedResponses responses;

    @Inject
    private ReadyDeeds deeds;

    /**
     * What a macro would do to the ticket, and what it would answer in plain words, or null.
     *
     * @param stays whether some of it cannot be taken back
     */
    public record Tried(String words, boolean stays) {}

    /** Refused with whatever {@link Refusal} the ticket's part of the gesture would be refused with. */
    public Tried macro(long ticketId, long macroId) {
        try {
            ReadyDeeds.Done done = deeds.perform(ticketId, macroId, BulkWork.UNDOABLE);
            String words = done.answer() == null ? null : responses.words(ticketId, null, done.answer());
            return new Tried(words, done.stays());
        } finally {
            context.setRollbackOnly(); // not before: then no statement would be carried out any more
        }
    }
}
