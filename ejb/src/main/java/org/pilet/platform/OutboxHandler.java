package org.pilet.platform;

/** Delivers one kind of outbox entry. Called with no transaction and as SYSTEM; delivery is at least once. */
public interface OutboxHandler {

    /** The kind of entry that this handler takes, for example {@code mail.reply}. */
    String kind();

    /** Returns when delivered; anything thrown means "not yet", {@link DeliveryRefused} "never". */
    void deliver(OutboxItem item) throws Exception;
}
