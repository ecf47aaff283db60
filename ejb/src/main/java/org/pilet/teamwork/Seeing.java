package org.pilet.teamwork;

import org.pilet.platform.NotFound;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;
import org.pilet.tickets.TicketFinder;

/** What colleagues do among themselves is for staff of the ticket's queue; staff who are its customer do not see it. */
final class Seeing {

    private Seeing() {}

    static Caller require(Access access, TicketFinder finder, long ticketId) {
        TicketScope scope = finder.scope(ticketId);
        Caller me = access.require(Permission.VIEW, scope);
        if (!me.mayView(scope.queueId())) {
            throw new NotFound("ticket", scope.number());
        }
        return me;
    }
}
