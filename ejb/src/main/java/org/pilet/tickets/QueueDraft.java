package org.pilet.tickets;

import java.util.List;
import java.util.Locale;

/**
 * A queue to be made, or what one shall be.
 *
 * @param rights what teams may do; the queue's own team may always work it
 * @param version of the one that is changed, as it was read; anything for a new one
 */
public record QueueDraft(
        String name,
        String address,
        long teamId,
        long defaultCategoryId,
        Priority defaultPriority,
        List<QueueRight> rights,
        int version) {

    public QueueDraft {
        name = name == null ? "" : name.strip();
        address = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
        defaultPriority = defaultPriority == null ? Priority.NORMAL : defaultPriority;
        rights = rights == null ? List.of() : List.copyOf(rights);
    }
}
