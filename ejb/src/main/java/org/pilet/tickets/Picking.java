package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;
import org.pilet.security.Caller;

/** Whether agents may choose which of the tickets that are nobody's they take. */
@Dependent
class Picking {

    @Inject
    private Settings settings;

    @Inject
    private Event<TicketPicked> picked;

    Picking() {}

    Picking(Settings settings, Event<TicketPicked> picked) {
        this.settings = settings;
        this.picked = picked;
    }

    /** Whether they take only what is next for them: their leads choose, and what works by itself knows what it does. */
    boolean isBound(Caller caller) {
        return !caller.isSystem()
                && caller.isStaff()
                && !caller.roles().contains(Roles.TEAM_LEAD)
                && !caller.roles().contains(Roles.ADMINISTRATOR)
                && settings.get(DeskRules.ONLY_THE_NEXT);
    }

    /** Refused with {@link OnlyTheNext} where the ticket waits for whoever is next, and that is not the caller. */
    void require(Caller caller, Ticket ticket) {
        boolean waits = ticket.ownerId() == null && (ticket.status() == Status.NEW || ticket.status() == Status.OPEN);
        if (waits && isBound(caller)) {
            picked.fire(new TicketPicked(ticket.id(), caller.personId()));
        }
    }

    boolean may(Caller caller, Ticket ticket) {
        try {
            require(caller, ticket);
            return true;
        } catch (OnlyTheNext notYet) {
            return false;
        }
    }
}
