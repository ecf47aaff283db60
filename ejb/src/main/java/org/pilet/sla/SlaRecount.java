package org.pilet.sla;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Roles;

/** Counts running clocks again, after the rules have changed. Runs as SYSTEM: the job that asks for it is nobody. */
@Stateless
@PermitAll // changes nothing but what the rules in force say anyway
@RunAs(Roles.SYSTEM)
public class SlaRecount {

    @Inject
    private ClockStore store;

    @Inject
    private ClockKeeper keeper;

    /** Tickets after that one, by id, on which anything is still owed. */
    public List<Long> tickets(long after, int limit) {
        return store.liveTickets(after, limit);
    }

    /** Has the ticket's clocks follow the rules as they are now. Joins the caller's transaction. */
    public void recount(long ticketId) {
        keeper.recount(ticketId);
    }
}
