package org.pilet.tickets;

import java.util.List;
import java.util.Locale;

/**
 * A queue to be made, or what one shall be.
 *
 * @param rights what teams may do; the queue's own team may always work it
 * @param parentId the queue that it stands below, or null
 * @param version of the one that is changed, as it was read; anything for a new one
 */
public record QueueDraft(
        String name,
        String address,
        long teamId,
        long defaultCategoryId,
        Priority defaultPriority,
        List<QueueRight> rights,
        Long parentId,
        int version) {

    /** One that stands below no other. */
    public QueueDraft(
            String name,
            String address,
            long teamId,
            long defaultCategoryId,
            Priority defaultPriority,
            List<QueueRight> rights,
            int version) {
        this(name, address, teamId, defaultCategoryId, defaultPriority, rights, null, version);
    }

    public QueueDraft {
        name = name == null ? "" : name.strip();
        address = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
        defaultPriority = defaultPriority == null ? Priority.NORMAL : defaultPriority;
        rights = rights == null ? List.of() : List.copyOf(rights);
    }

    /** The same, to be saved over this version. */
    public QueueDraft atVersion(int read) {
        return new QueueDraft(name, address, teamId, defaultCategoryId, defaultPriority, rights, parentId, read);
    }
}
