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

    /** Returns when delivered; anything thrown means "not yet", {@link DeliveryRefused} "never". */
    void deliver(OutboxItem item) throws Exception;
}
