package org.pilet.sla;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.pilet.conversation.Delivery;
import org.pilet.conversation.DeliveryChanged;
import org.pilet.conversation.MessageReceived;
import org.pilet.conversation.ReplySent;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.tickets.Field;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChanged;
import org.pilet.tickets.TicketOpened;
import org.pilet.tickets.TicketsMerged;
import org.pilet.tickets.TicketsUnmerged;

/**
 * Listens to tickets, in the transactions that change them. Runs as SYSTEM, because the clocks are the system's doing
 * whoever's words set them going.
 */
@Stateless
@PermitAll // every caller's change counts
@RunAs(Roles.SYSTEM)
public class TicketWatch {

    private static final int AFTER_THE_WORDS = Interceptor.Priority.LIBRARY_AFTER;

    @Inject
    private ClockKeeper keeper;

    @Inject
    private Clock clock;

    public void opened(@Observes TicketOpened event) {
        keeper.reconcile(event.ticketId(), event.at());
    }

    public void changed(@Observes TicketChanged event) {
        switch (event.field()) {
            case SUBJECT, IMPACT, URGENCY, PARTICIPANTS, ESCALATED, RESPONSIBLE -> {
                // nothing that a clock depends on
            }
            default -> keeper.reconcile(event.ticketId(), event.at());
        }
        if (event.field() == Field.STATUS && event.status() == Status.MERGED) {
            keeper.reconcileTargets(event.ticketId(), event.at());
        }
    }

    /** However they came, by mail or by the portal (features B1.19). */
    public void received(@Observes MessageReceived event) {
        if (!event.automatic() && !event.opensTicket()) { // an opening is heard of when the words are there
            keeper.reconcile(event.ticketId(), event.at());
        }
    }

    /** After the words have gone along, since their waits count (features B1.20). */
    public void merged(@Observes @Priority(AFTER_THE_WORDS) TicketsMerged event) {
        keeper.reconcile(event.sourceId(), event.at());
        keeper.reconcile(event.targetId(), event.at());
    }

    public void unmerged(@Observes @Priority(AFTER_THE_WORDS) TicketsUnmerged event) {
        keeper.reconcile(event.sourceId(), event.at());
        keeper.reconcile(event.targetId(), event.at());
    }

    public void delivered(@Observes DeliveryChanged event) {
        if (event.delivery() == Delivery.FAILED) {
            keeper.reconcile(event.ticketId(), clock.now());
        }
    }

    public void answered(@Observes ReplySent event) {
        if (event.human()) {
            keeper.reconcile(event.ticketId(), event.at());
        }
    }
}
