package org.pilet.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pilet.platform.Clock;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;

/**
 * How many calls each person has left: a bucket that holds a minute's worth and fills up steadily, so that short bursts
 * pass and a steady stream is held to the rate.
 */
@ApplicationScoped
public class RequestAllowance {

    public static final Setting<Integer> PER_MINUTE = Setting.number(
            "api.requestsPerMinute", 30_000, "API requests one person's tokens may make in a minute on each node");

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final double MINUTE_NANOS = 60e9;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private volatile int perMinute;
    private volatile Instant readAgainAt = Instant.MIN;

    /** What is left, and whether the last call got its share. */
    private record Bucket(double left, Instant at, boolean granted) {

        Bucket take(int rate, Instant now) {
            double grown = Duration.between(at, now).toNanos() / MINUTE_NANOS * rate;
            double full = Math.min(rate, left + Math.max(0, grown));
            return full < 1 ? new Bucket(full, now, false) : new Bucket(full - 1, now, true);
        }
    }

    /** Refused with {@link TooManyRequests} when the bucket is empty. */
    void take(String person) {
        Instant now = clock.now();
        int rate = rate(now);
        Bucket taken = buckets.compute(
                person, (key, old) -> (old == null ? new Bucket(rate, now, true) : old).take(rate, now));
        if (!taken.granted()) {
            throw new TooManyRequests((long) Math.ceil(60.0 / rate));
        }
    }

    private int rate(Instant now) {
        if (now.isAfter(readAgainAt)) {
            perMinute = Math.max(1, settings.get(PER_MINUTE));
            readAgainAt = now.plus(REMEMBERED);
        }
        return perMinute;
    }
}
