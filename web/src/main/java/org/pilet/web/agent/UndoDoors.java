package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.pilet.assets.Assets;
import org.pilet.assets.TicketAssets;
import org.pilet.conversation.CannedResponses;
import org.pilet.people.Contacts;
import org.pilet.teamwork.Tasks;
import org.pilet.teamwork.TimeEntries;
import org.pilet.teamwork.Watchers;
import org.pilet.tickets.LinkedTickets;
import org.pilet.tickets.QueueBefore;
import org.pilet.tickets.StatusBefore;
import org.pilet.tickets.TakeBacks;
import org.pilet.tickets.TicketChange;

/** What taking back needs. */
@RequestScoped
class UndoDoors {

    @EJB
    private TakeBacks takeBacks;

    @EJB
    private LinkedTickets links;

    @EJB
    private Watchers watchers;

    @EJB
    private Tasks tasks;

    @EJB
    private TimeEntries times;

    @EJB
    private TicketAssets ticketAssets;

    @EJB
    private Assets assets;

    @EJB
    private Contacts contacts;

    @EJB
    private CannedResponses responses;

    /** Only if nobody else has changed the same since: {@code version} is the one that the change left behind. */
    void takeBack(long ticketId, int version, TicketChange... back) {
        takeBacks.takeBack(ticketId, version, List.of(back));
    }

    void takeBack(long ticketId, StatusBefore before) {
        takeBacks.takeBack(ticketId, before);
    }

    void takeBack(long ticketId, QueueBefore before) {
        takeBacks.takeBack(ticketId, before);
    }

    /** {@code givenTo}: whom the move made the owner, or null. */
    void takeBack(long ticketId, QueueBefore before, Long givenTo) {
        takeBacks.takeBack(ticketId, before, givenTo);
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

    TicketAssets ticketAssets() {
        return ticketAssets;
    }

    Assets assets() {
        return assets;
    }

    CannedResponses responses() {
        return responses;
    }

    Contacts contacts() {
        return contacts;
    }

    TimeEntries times() {
        return times;
    }
}
