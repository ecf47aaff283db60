package org.pilet.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers within a transaction that only reads what every door asks again: who is calling, whose ticket this is. Any
 * other transaction reads afresh each time.
 */
@ApplicationScoped
public class Readings {

    @Inject
    private UserTransaction transaction;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    /** Begins a transaction that only reads: all doors called until {@link #end} share it. */
    public void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException(e);
        }
        registry.putResource(Readings.class, new HashMap<Object, Object>());
    }

    /** Ends the transaction, if there still is one; what went wrong within it was thrown where it went wrong. */
    public void end() {
        try {
            if (transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.commit();
            } else if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was read under this key before in the same reading transaction, else what {@code read} gives now. */
    @SuppressWarnings("unchecked") // one key, one type: the keys are the callers' own
    public <T> T once(Object key, Supplier<T> read) {
        Map<Object, Object> known = known();
        if (known == null) {
            return read.get();
        }
        Object value = known.get(key);
        if (value == null) {
            value = read.get();
            known.put(key, value);
        }
        return (T) value;
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> known() {
        boolean within = registry != null && registry.getTransactionStatus() == Status.STATUS_ACTIVE;
        return within ? (Map<Object, Object>) registry.getResource(Readings.class) : null;
    }
}
