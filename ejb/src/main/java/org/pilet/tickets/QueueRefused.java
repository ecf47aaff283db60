package org.pilet.tickets;

import org.pilet.platform.Refusal;

/** Somebody has changed the queue meanwhile, or something still needs it; the key says why. */
public class QueueRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private QueueRefused(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    static QueueRefused changed(String name) {
        return new QueueRefused("refusal.queue.changed", name);
    }

    static QueueRefused holdsOpen(String name, long open) {
        return new QueueRefused("refusal.queue.holdsOpen", name, open);
    }

    /** A mailbox still puts its mail there. */
    public static QueueRefused hasMailbox(String name, String addresses) {
        return new QueueRefused("refusal.queue.hasMailbox", name, addresses);
    }

    static QueueRefused circle(String parent) {
        return new QueueRefused("refusal.queue.circle", parent);
    }
}
