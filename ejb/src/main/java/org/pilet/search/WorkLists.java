package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Page;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;

/**
 * What staff work from. Every answer, counts included, covers exactly the tickets of the queues that the caller's teams
 * were granted; administrators see all.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class WorkLists {

    /** More rows than this are never handed out at once. */
    public static final int LARGEST_PAGE = 200;

    @EJB
    private Access access;

    @EJB
    private TicketFinder tickets;

    @Inject
    private WorkListStore store;

    @Inject
    private ViewCountStore views;

    @Inject
    private Clock clock;

    /**
     * One page of a list.
     *
     * @param cursor {@link Page#next()} of the page before, of the same query; null for the first page
     * @param size 1 to {@link #LARGEST_PAGE}; both are refused with {@link InvalidInput} otherwise
     */
    public Page<WorkListRow> page(WorkListQuery query, String cursor, int size) {
        requireRange(size);
        return store.page(query, access.me(), clock.now(), cursor, size);
    }

    /** Why each of these needs attention, by id; those that need none, or may not be seen, are left out (features A3.11). */
    public Map<Long, Set<LostSight>> lost(List<Long> ticketIds) {
        return ticketIds.isEmpty() ? Map.of() : store.lost(ticketIds, access.me(), clock.now());
    }

    /** How many tickets each of the views holds that show open ones; the others are too long to be counted. */
    public Map<WorkListView, Long> counts() {
        return views.counts(access.me(), clock.now());
    }

    /** The same, no further than {@code most}: what a page shows beside its list must not cost more than the list. */
    public Map<WorkListView, Count> counts(int most) {
        return views.counts(access.me(), clock.now(), most);
    }

    /** How many tickets it holds, no further than {@code most}. */
    public Count count(WorkListQuery query, int most) {
        return store.count(query, access.me(), clock.now(), most);
    }

    /** A page as {@link #page} gives it, and how many tickets the list holds in all, no further than {@code most}. */
    public CountedPage counted(WorkListQuery query, String cursor, int size, int most) {
        requireRange(size);
        return store.counted(query, access.me(), clock.now(), cursor, size, most);
    }

    /**
     * The id of the ticket that the text names by its number, so that it can be opened at once (features A2.2); empty
     * when it names none that the caller may see.
     */
    public Optional<Long> direct(String text) {
        String number = SearchWords.of(text == null ? "" : text).number();
        return number.isEmpty() ? Optional.empty() : store.byNumber(number, access.me());
    }

    /** What this person asked last, open or not, for the customer panel. */
    public List<WorkListRow> recentOf(long personId, int limit) {
        return page(WorkListQuery.ofRequester(personId), null, limit).rows();
    }

    /** Tickets with a subject like this one's, most alike first. Refused as the ticket itself is, and as a page is. */
    public List<WorkListRow> similarTo(long ticketId, int limit) {
        requireRange(limit);
        Caller me = access.require(Permission.VIEW, tickets.scope(ticketId));
        return store.similar(ticketId, me, limit);
    }

    private static void requireRange(int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidInput("limit", "range", 1, LARGEST_PAGE);
        }
    }
}
