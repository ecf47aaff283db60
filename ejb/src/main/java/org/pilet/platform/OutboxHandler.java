package org.pilet.platform;

/** Delivers one kind of outbox entry, as SYSTEM. Delivery is at least once. */
public interface OutboxHandler {

    /** The kind of entry that this handler takes, for example {@code mail.reply}. */
    String kind();

    /**
     * Whether all it does is done in the database: then it is called within the transaction that marks the entry as
     * delivered, so that its delivery is exactly once; otherwise with no transaction.
     */
    default boolean isLocal() {
        return false;
    }

    /**
     * What is left to do when a local delivery has failed and all of it has been taken back: called with no transaction, it
     * may do the same in smaller parts, of which one may fail alone. Returns when delivered so; by default the failure
     * stands.
     */
    default void deliverApart(OutboxItem item, Exception failure) throws Exception {
        throw failure;
    }

    /** Returns when delivered; anything thrown means "not yet", {@link DeliveryRefused} "never", {@link DeliveryPostponed} "then". */
    void deliver(OutboxItem item) throws Exception;
}
