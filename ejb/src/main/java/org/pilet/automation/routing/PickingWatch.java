package org.pilet.automation.routing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.platform.Clock;
import org.pilet.tickets.OnlyTheNext;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketPicked;

/** Where agents do not choose their tickets, they take what was reserved for them when they asked for the next one. */
@Dependent
class PickingWatch {

    @Inject
    private NextTicketStore nexts;

    @EJB
    private TicketFinder finder;

    @Inject
    private Clock clock;

    void requireNext(@Observes TicketPicked picked) {
        if (!nexts.isReserved(picked.ticketId(), picked.personId(), clock.now())) {
            throw new OnlyTheNext(finder.scope(picked.ticketId()).number());
        }
    }
}
