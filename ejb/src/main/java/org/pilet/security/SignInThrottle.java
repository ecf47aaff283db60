package org.pilet.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pilet.platform.Clock;

/** Slows down one network address that tries many accounts: 30 failures in ten minutes, on each node. */
@ApplicationScoped
class SignInThrottle {

    private static final int ALLOWED = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    private Clock clock;

    private final Map<String, Deque<Instant>> failures = new ConcurrentHashMap<>();

    boolean isClosedTo(String address) {
        Deque<Instant> recent = failures.computeIfPresent(address, (key, times) -> forget(times));
        return recent != null && recent.size() >= ALLOWED;
    }

    void failed(String address) {
        failures.compute(address, (key, times) -> {
            Deque<Instant> kept = times == null ? new ArrayDeque<>() : times;
            kept.addLast(clock.now());
            return forget(kept);
        });
    }

    private Deque<Instant> forget(Deque<Instant> times) {
        Instant horizon = clock.now().minus(WINDOW);
        while (!times.isEmpty() && times.peekFirst().isBefore(horizon)) {
            times.removeFirst();
        }
        return times.isEmpty() ? null : times;
    }
}
