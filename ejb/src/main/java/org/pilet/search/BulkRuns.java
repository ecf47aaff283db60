package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Outbox;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/**
 * One gesture on all tickets of a search. What it reaches is settled when it is ordered: exactly those that the caller
 * may see then. It is carried out in their name, ticket by ticket, with their rights of that moment; one that is refused
 * harms only itself. It can be taken back as a whole: what somebody has changed since stays as they made it.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class BulkRuns {

    /** More tickets than this are a job for somebody with a plan. */
    public static final int MOST = 10_000;

    private static final int FIRST = 5;

    @EJB
    private Access access;

    @Inject
    private WorkListStore lists;

    @Inject
    private BulkStore store;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** What the gesture would reach; changes nothing. */
    public BulkPreview preview(WorkListQuery query) {
        Caller me = access.me();
        long count = lists.count(query, me, clock.now(), MOST + 1);
        return new BulkPreview(
                count, MOST, lists.page(query, me, clock.now(), null, FIRST).rows());
    }

    /**
     * Orders it. Refused with {@link InvalidInput} when the value does not fit the field, or the search finds nothing or
     * more than {@link #MOST}.
     */
    public long start(WorkListQuery query, BulkField field, String value) {
        Caller me = access.me();
        BulkWork.change(field, value); // refuses what cannot be done to any ticket
        List<Long> ids = lists.ids(query, me, clock.now(), MOST + 1);
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new InvalidInput("tickets", "range", 1, MOST);
        }
        return order(store.add(me.personId(), field, value, null, ids, clock.now()));
    }

    /** Takes a gesture of the caller's back. Refused with {@link NotFound}, {@link BulkGone}. */
    public long undo(long id) {
        Caller me = access.me();
        BulkProgress before = progress(id);
        List<Long> ids = store.changedBy(id);
        if (!before.undoable() || ids.isEmpty()) {
            throw new BulkGone();
        }
        return order(store.add(me.personId(), before.field(), before.value(), id, ids, clock.now()));
    }

    /** Refused with {@link NotFound} unless the caller has ordered it. */
    public BulkProgress progress(long id) {
        return store.progress(id, access.me().personId()).orElseThrow(() -> new NotFound("bulk", id));
    }

    /** The caller's last gesture, while it is still fresh. */
    public Optional<BulkProgress> last() {
        Caller me = access.me();
        return store.lastOf(me.personId(), clock.now().minus(Duration.ofHours(1)))
                .flatMap(id -> store.progress(id, me.personId()));
    }

    private long order(long id) {
        outbox.put(BulkOrders.KIND, "run:" + id, String.valueOf(id), null);
        return id;
    }
}
