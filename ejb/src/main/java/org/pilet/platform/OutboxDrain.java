package org.pilet.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Empties what is due, entry by entry; at most two drains run on a node, so that one slow receiver is not all. */
@Stateless
@PermitAll // does nothing but what is due anyway
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // handlers talk to networks
public class OutboxDrain {

    private static final Logger LOG = Logger.getLogger(OutboxDrain.class.getName());
    private static final Semaphore RUNNING = new Semaphore(2);
    private static final Set<Long> HELD = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean MISSED = new AtomicBoolean();
    private static final int AT_ONCE = 10;

    @EJB
    private OutboxEntries entries;

    @Inject
    @Any
    private Instance<OutboxHandler> handlers;

    private final Map<String, OutboxHandler> byKind = new HashMap<>();

    @PostConstruct
    void know() {
        handlers.forEach(handler -> byKind.put(handler.kind(), handler));
    }

    @Asynchronous
    public void drain() {
        if (!RUNNING.tryAcquire()) {
            MISSED.set(true); // those that run look once more
            return;
        }
        try {
            Tick.run("the outbox", this::empty);
        } finally {
            RUNNING.release();
        }
    }

    /** Renews the claims on what is being delivered here, however long a receiver takes; a dead node renews none. */
    @Asynchronous
    public void keep() {
        if (!HELD.isEmpty()) {
            Tick.run("the outbox's claims", () -> entries.keep(List.copyOf(HELD)));
        }
    }

    private void empty() {
        List<OutboxItem> items;
        do {
            items = entries.claim(AT_ONCE);
            List<Long> ids = items.stream().map(OutboxItem::id).toList();
            HELD.addAll(ids);
            try {
                items.forEach(this::deliver);
            } finally {
                ids.forEach(HELD::remove);
            }
        } while (items.size() == AT_ONCE || MISSED.getAndSet(false));
    }

    private void deliver(OutboxItem item) {
        try {
            OutboxHandler handler = handlerOf(item.kind());
            if (handler.isLocal()) {
                deliverLocally(item, handler);
            } else {
                handler.deliver(item);
                Irrevocable.note(() -> entries.done(item));
            }
        } catch (DeliveryRefused refused) {
            LOG.log(Level.WARNING, "Outbox entry {0} refused: {1}", new Object[] {item.id(), refused.getMessage()});
            entries.failed(item, describe(refused), true);
        } catch (DeliveryPostponed later) {
            entries.postponed(item, later.getMessage(), later.until());
        } catch (Exception notYet) { // an outer wall: one bad entry harms only itself
            LOG.log(Level.WARNING, "Outbox entry " + item.id() + " (" + item.kind() + ") failed", notYet);
            entries.failed(item, describe(notYet), false);
        }
    }

    private void deliverLocally(OutboxItem item, OutboxHandler handler) throws Exception {
        try {
            entries.deliver(item, handler);
        } catch (Exception failure) { // an outer wall, as in deliver(): it stands unless the handler knows better
            handler.deliverApart(item, failure);
            entries.done(item);
        }
    }

    private OutboxHandler handlerOf(String kind) {
        OutboxHandler handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalStateException("No handler for outbox kind " + kind);
        }
        return handler;
    }

    private static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
