package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.MessageView;
import org.pilet.platform.Roles;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketEventView;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/** Applies the rules to a ticket that has just come in. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class IntakeRouting {

    @EJB
    private IntakeRules rules;

    @EJB
    private TicketFinder finder;

    @EJB
    private Conversations conversations;

    @EJB
    private Tickets tickets;

    /**
     * Makes the changes that the rules ask for, each with its rule as the cause. What has been changed since the ticket
     * was opened stays: asked twice, or late, it neither repeats itself nor overrides anybody.
     */
    public void route(long ticketId, long messageId) {
        TicketView ticket = finder.view(ticketId);
        MessageView first = conversations.view(messageId);
        Set<String> changed =
                finder.history(ticketId).stream().map(TicketEventView::kind).collect(Collectors.toSet());
        Arrival arrival = new Arrival(
                ticket.queueId(),
                first.authorAddress() == null ? "" : first.authorAddress(),
                ticket.subject(),
                first.text());
        for (IntakeDecision.Applied rule : rules.decide(arrival).applied()) {
            List<TicketChange> open = rule.changes().stream()
                    .filter(change -> !changed.contains(change.field().eventKind()))
                    .toList();
            if (!open.isEmpty()) {
                tickets.change(ticketId, null, open, rule.cause());
            }
        }
    }
}
