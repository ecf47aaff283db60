package org.pilet.platform;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The outbox as the pump and the administrator see it. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class OutboxEntries {

    /** After so many attempts (about nine hours) an entry is dead and waits for an administrator. */
    public static final int MAX_ATTEMPTS = 14;

    /** Renewed every ten seconds while the entry is being delivered; what a dead node held is free after this. */
    private static final Duration CLAIM = Duration.ofSeconds(45);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    @Resource
    private SessionContext context;

    @Inject
    private OutboxStore store;

    @Inject
    private Clock clock;

    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // a claim must be committed before anything is sent
    public List<OutboxItem> claim(int limit) {
        Instant now = clock.now();
        return store.claim(now, now.plus(CLAIM), limit);
    }

    /** Makes the claims on these entries last as long as a new one, as far as they still wait. */
    @RolesAllowed(Roles.SYSTEM)
    public void keep(Collection<Long> ids) {
        store.keep(ids, clock.now().plus(CLAIM));
    }

    /** Has a local handler deliver it and marks it in the same transaction; when either fails, neither has happened. */
    @RolesAllowed(Roles.SYSTEM)
    public void deliver(OutboxItem item, OutboxHandler handler) throws Exception {
        try {
            handler.deliver(item);
            store.done(item.id(), clock.now());
        } catch (Exception notDelivered) { // a checked one would commit
            context.setRollbackOnly();
            throw notDelivered;
        }
    }

    @RolesAllowed(Roles.SYSTEM)
    public void done(OutboxItem item) {
        store.done(item.id(), clock.now());
    }

    /** Puts the entry back with exponential back-off, or declares it dead when it is final or was tried enough. */
    @RolesAllowed(Roles.SYSTEM)
    public void failed(OutboxItem item, String error, boolean isFinal) {
        if (isFinal || item.attempts() >= MAX_ATTEMPTS) {
            store.dead(item.id(), clock.now(), error);
        } else {
            store.again(item.id(), clock.now().plus(pause(item.attempts())), error);
        }
    }

    /** Puts the entry back until then; this was no attempt. */
    @RolesAllowed(Roles.SYSTEM)
    public void postponed(OutboxItem item, String reason, Instant until) {
        store.postpone(item.id(), until, reason);
    }

    @RolesAllowed(Roles.SYSTEM)
    public void purge() {
        store.purge(clock.now().minus(Duration.ofDays(30)));
    }

    /** Entries in the state WAITING, DEAD, DONE or CANCELLED, newest first; the cursor is the last id. */
    public Page<OutboxItem> inState(String state, String cursor, int size) {
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        List<OutboxItem> rows = store.inState(state, before, size + 1);
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        return new Page<>(
                rows.subList(0, size), String.valueOf(rows.get(size - 1).id()));
    }

    public long count(String state) {
        return store.count(state);
    }

    /** Tries a dead or waiting entry again now. Refused with {@link NotFound} when it is neither. */
    public void retry(long id) {
        if (store.revive(id, clock.now()) == 0) {
            throw new NotFound("outbox", id);
        }
    }

    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
