package org.pilet.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/** What is owed at this moment, for those who lead. */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class SlaBoards {

    private static final int MOST_ROWS = 200;

    @EJB
    private Access access;

    @Inject
    private BoardStore store;

    @Inject
    private Clock clock;

    /** Each argument null for all; exactly the queues that the caller may see are counted. */
    public BoardView board(BoardState state, Long queueId, Metric metric) {
        Caller me = access.me();
        BoardStore.Asked asked =
                new BoardStore.Asked(me.allQueues() ? null : me.viewQueueIds(), queueId, metric, clock.now());
        return new BoardView(store.counts(asked), store.rows(asked, state, MOST_ROWS));
    }
}
