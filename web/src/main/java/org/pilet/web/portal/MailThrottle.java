package org.pilet.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pilet.platform.Clock;

/**
 * Strangers can make us send mail, so they can only so often: a few to one mailbox, some more from one network address,
 * in an hour and on each node. Whoever asks too often is not told, just as nobody is told which addresses are known.
 */
@ApplicationScoped
class MailThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int TO_ONE_MAILBOX = 3;
    private static final int FROM_ONE_ADDRESS = 30;
    private static final int REMEMBERED = 10_000;

    @Inject
    private Clock clock;

    private final Map<String, Deque<Instant>> asked = new ConcurrentHashMap<>();

    /** Counts, and says whether this one may be sent. */
    boolean allows(String mailbox, String remoteAddress) {
        if (asked.size() > REMEMBERED) {
            asked.keySet().forEach(key -> asked.computeIfPresent(key, (same, times) -> recent(times)));
        }
        return counted("from:" + remoteAddress, FROM_ONE_ADDRESS)
                && counted("to:" + mailbox.strip().toLowerCase(Locale.ROOT), TO_ONE_MAILBOX);
    }

    private boolean counted(String key, int allowed) {
        Deque<Instant> times = asked.compute(key, (same, before) -> {
            Deque<Instant> kept = before == null ? null : recent(before);
            Deque<Instant> now = kept == null ? new ArrayDeque<>() : kept;
            if (now.size() <= allowed) {
                now.addLast(clock.now());
            }
            return now;
        });
        return times.size() <= allowed;
    }

    private Deque<Instant> recent(Deque<Instant> times) {
        Instant horizon = clock.now().minus(WINDOW);
        while (!times.isEmpty() && times.peekFirst().isBefore(horizon)) {
            times.removeFirst();
        }
        return times.isEmpty() ? null : times;
    }
}
