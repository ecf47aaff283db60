package org.pilet.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/** What people ask about more than before, so that recurring problems are seen. Of the queues that the caller may see. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Trends {

    public static final int LONGEST = 365;

    private static final int MOST = 100;

    @EJB
    private Access access;

    @Inject
    private TrendStore store;

    @Inject
    private Clock clock;

    /**
     * The last days beside as many before them, up to now: what rises most first, and at the end what falls.
     *
     * @param days 1 to {@link #LONGEST}; refused with {@link InvalidInput} otherwise
     */
    public List<Trend> of(TrendOf what, int days) {
        if (days < 1 || days > LONGEST) {
            throw new InvalidInput("days", "range", 1, LONGEST);
        }
        Caller me = access.me();
        Instant now = clock.now();
        return store
                .between(what, now.minus(Duration.ofDays(2L * days)), now, me.allQueues() ? null : me.viewQueueIds())
                .stream()
                .sorted(Comparator.comparingDouble(Trend::strength)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Trend::now).reversed())
                        .thenComparing(Trend::name))
                .limit(MOST)
                .toList();
    }
}
