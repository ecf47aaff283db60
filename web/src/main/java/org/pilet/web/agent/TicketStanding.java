package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.pilet.teamwork.Turns;
import org.pilet.tickets.LockView;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketLocks;
import org.pilet.tickets.TicketView;

/**
 * Whether the reader may work on the ticket just now, or it is closed and so for reading, or a colleague keeps it, or they
 * have another one open.
 */
@RequestScoped
class TicketStanding {

    @EJB
    private TicketLocks locks;

    @EJB
    private Turns turns;

    @EJB
    private TicketFinder finder;

    private LockView keeper;
    private String otherOpen;
    private boolean mayCompose;
    private boolean mayReopen;

    /** The ticket has been opened: its queue may want that it is kept. */
    TicketView open(TicketView ticket, String page) {
        if (!ticket.mayWork()) {
            return ticket;
        }
        otherOpen = turns.open(ticket.id(), page).orElse(null);
        keeper = (otherOpen == null ? locks.open(ticket.id()) : locks.of(ticket.id())).orElse(null);
        boolean mayBeTheirs = ticket.ownerId() == null; // since now, where the queue wants that
        return standing(mayBeTheirs ? finder.view(ticket.id()) : ticket);
    }

    /** The ticket is looked at again. */
    TicketView look(TicketView ticket) {
        if (!ticket.mayWork()) {
            return ticket;
        }
        otherOpen = turns.other(ticket.id()).orElse(null);
        keeper = locks.of(ticket.id()).orElse(null);
        return standing(ticket);
    }

    private TicketView standing(TicketView ticket) {
        boolean closed = ticket.status() == Status.CLOSED;
        boolean free = otherOpen == null && (keeper == null || keeper.mine());
        mayCompose = otherOpen == null;
        mayReopen = closed && free;
        return free && !closed ? ticket : ticket.forReading();
    }

    /** The reader is about to do something. Refused when they may not just now. */
    void begin(long ticketId) {
        turns.require(ticketId);
        locks.renew(ticketId);
    }

    void goOnWith(long ticketId) {
        turns.take(ticketId);
    }

    void takeOver(long ticketId) {
        locks.takeOver(ticketId);
    }

    void release(long ticketId) {
        locks.release(ticketId);
    }

    LockView keeper() {
        return keeper;
    }

    String otherOpen() {
        return otherOpen;
    }

    /** Whether it is closed, and the reader may take it up again. */
    boolean mayReopen() {
        return mayReopen;
    }

    /** Also while a colleague keeps the ticket: notes may be left. */
    boolean mayCompose() {
        return mayCompose;
    }
}
