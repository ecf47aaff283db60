package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Page;
import org.pilet.platform.Roles;
import org.pilet.security.Access;

/** The tickets that the caller asked for or takes part in, as their customer; staff have theirs too. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR})
public class MyTickets {

    @EJB
    private Access access;

    @Inject
    private MyTicketStore store;

    /**
     * One page, last spoken on first. Somebody who came by a signed link sees its ticket only.
     *
     * @param cursor {@link Page#next()} of the page before, of the same query; null for the first page
     * @param size 1 to {@link WorkLists#LARGEST_PAGE}; both are refused with {@link InvalidInput} otherwise
     */
    public Page<MyTicketRow> page(MyTicketsQuery query, String cursor, int size) {
        if (size < 1 || size > WorkLists.LARGEST_PAGE) {
            throw new InvalidInput("limit", "range", 1, WorkLists.LARGEST_PAGE);
        }
        return store.page(query, access.me(), cursor, size);
    }
}
