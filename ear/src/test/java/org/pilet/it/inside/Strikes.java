package org.pilet.it.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.pilet.sla.SlaStruck;

/** Hears every strike once it is committed, and when, so that a test can wait for it. */
@ApplicationScoped
public class Strikes {

    /** A strike, and when it could be seen. */
    public record Seen(SlaStruck strike, Instant at) {

        public Duration lateness() {
            return Duration.between(strike.at(), at);
        }
    }

    private final ConcurrentMap<Long, BlockingQueue<Seen>> byTicket = new ConcurrentHashMap<>();

    public void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) SlaStruck strike) {
        of(strike.ticketId()).add(new Seen(strike, Instant.now()));
    }

    /** The next strike on this ticket, or null if none comes in time. */
    public Seen next(long ticketId, Duration patience) throws InterruptedException {
        return of(ticketId).poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private BlockingQueue<Seen> of(long ticketId) {
        return byTicket.computeIfAbsent(ticketId, id -> new LinkedBlockingQueue<>());
    }
}
