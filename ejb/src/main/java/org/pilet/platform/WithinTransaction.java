package org.pilet.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/** Keeps things for as long as the current transaction lasts. Refused with an IllegalStateException without one. */
@Dependent
public class WithinTransaction {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    /** What is kept under this key, or else what {@code first} gives, which is kept from now on. */
    @SuppressWarnings("unchecked") // one key, one type: the keys are the callers' own
    public <T> T keep(Object key, Supplier<T> first) {
        Object kept = registry.getResource(key);
        if (kept == null) {
            kept = first.get();
            registry.putResource(key, kept);
        }
        return (T) kept;
    }
}
