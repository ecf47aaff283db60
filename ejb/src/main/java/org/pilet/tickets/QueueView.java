package org.pilet.tickets;

import java.io.Serializable;

/**
 * A work list with rights, a mail address and defaults.
 *
 * @param address the address mail to customers comes from
 */
public record QueueView(
        long id,
        String name,
        String address,
        long teamId,
        String teamName,
        long defaultCategoryId,
        Priority defaultPriority,
        boolean acknowledges,
        String signature,
        boolean active)
        implements Serializable {

    /** Somebody who may own tickets of a queue. */
    public record Worker(long personId, String name) implements Serializable {}
}
