package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.pilet.teamwork.Tasks;
import org.pilet.teamwork.TimeEntries;
import org.pilet.teamwork.Watchers;
import org.pilet.tickets.LinkedTickets;
import org.pilet.tickets.StatusBefore;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.Tickets;

/** What taking back needs. */
@RequestScoped
class UndoDoors {

    @EJB
    private Tickets tickets;

    @EJB
    private LinkedTickets links;

    @EJB
    private Watchers watchers;

    @EJB
    private Tasks tasks;

    @EJB
    private TimeEntries times;

    void change(long ticketId, TicketChange change) {
        tickets.change(ticketId, null, List.of(change), null);
    }

    void takeBack(long ticketId, StatusBefore before) {
        tickets.takeBack(ticketId, before);
    }

    LinkedTickets links() {
        return links;
    }

    Watchers watchers() {
        return watchers;
    }

    Tasks tasks() {
        return tasks;
    }

    TimeEntries times() {
        return times;
    }
}
