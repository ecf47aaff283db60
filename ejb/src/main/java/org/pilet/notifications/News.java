package org.pilet.notifications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/** The caller's own news, and how each kind reaches them. News of tickets they may no longer see are not shown. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class News {

    @EJB
    private Access access;

    @Inject
    private NewsStore store;

    @Inject
    private Clock clock;

    /** The newest first; those older than {@code before}, or from the newest on when it is null. */
    public List<NewsItem> page(Long before, int size) {
        Caller me = access.me();
        return store.page(me.personId(), seen(me), before, Math.min(100, size));
    }

    /** How many are unread, up to a hundred. */
    public long unread() {
        Caller me = access.me();
        return store.unread(me.personId(), seen(me));
    }

    /** The queues whose tickets somebody sees; null for all. */
    private static Set<Long> seen(Caller me) {
        return me.allQueues() ? null : me.viewQueueIds();
    }

    /** One is read, or with null all are. */
    public void read(Long id) {
        store.read(access.me().personId(), id, clock.now());
    }

    /** All about a ticket that the caller has in front of them is read. */
    public void readOn(long ticketId) {
        store.readOn(access.me().personId(), ticketId, clock.now());
    }

    /** For each kind how it reaches the caller from a queue, or with null from all that have no choice of their own. */
    public List<NewsChoice> choices(Long queueId) {
        long me = access.me().personId();
        Map<NewsKind, NewsChoice> chosen = byKind(store.choices(me, null));
        if (queueId != null) {
            chosen.putAll(byKind(store.choices(me, queueId)));
        }
        return Arrays.stream(NewsKind.values())
                .map(kind -> chosen.getOrDefault(kind, new NewsChoice(kind, kind.isInPage(), kind.isByMail(), false)))
                .toList();
    }

    /** For a queue, or with null for all. Refused with {@link NotFound} for a queue the caller may not see. */
    public void choose(Long queueId, List<NewsChoice> choices) {
        Caller me = access.me();
        if (queueId != null && !me.mayView(queueId)) {
            throw new NotFound("queue", queueId);
        }
        choices.forEach(choice -> store.choose(me.personId(), queueId, choice));
    }

    /** The queues for which the caller has chosen otherwise than for all. */
    public List<Long> exceptions() {
        return store.exceptions(access.me().personId());
    }

    /** From now on the queue's news reach the caller as those of all others do. */
    public void asForAll(long queueId) {
        store.asForAll(access.me().personId(), queueId);
    }

    private static Map<NewsKind, NewsChoice> byKind(List<NewsChoice> choices) {
        return choices.stream()
                .collect(Collectors.toMap(
                        NewsChoice::kind,
                        Function.identity(),
                        (one, other) -> one,
                        () -> new EnumMap<>(NewsKind.class)));
    }
}
