package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.MessageView;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** A ticket beside the list: what it is and what was said last. Looking at it so does not make it read. */
@Named
@RequestScoped
public class TicketPreview {

    private static final int LAST = 4;

    @EJB
    private TicketFinder finder;

    @EJB
    private Conversations conversations;

    private String number;
    private TicketView ticket;
    private List<MessageView> messages = List.of();

    public void load() {
        ticket = finder.byNumber(number == null ? "" : number);
        List<MessageView> all = conversations.of(ticket.id());
        messages = all.subList(Math.max(0, all.size() - LAST), all.size());
    }

    public TicketView getTicket() {
        return ticket;
    }

    public List<MessageView> getMessages() {
        return messages;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
