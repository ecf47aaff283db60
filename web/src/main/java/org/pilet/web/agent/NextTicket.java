package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.pilet.automation.routing.Routing;
import org.pilet.tickets.TicketView;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** Leads to the ticket that the agent should do next, by the queues' order; nobody else gets it for ten minutes. */
@Named
@RequestScoped
public class NextTicket {

    @EJB
    private Routing routing;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    public String go() {
        Optional<TicketView> next = routing.next(null);
        if (next.isEmpty()) {
            toasts.say(texts.get("next.none"));
        }
        return next.map(ticket -> "/agent/ticket.xhtml?faces-redirect=true&number=" + ticket.number())
                .orElse(null);
    }
}
