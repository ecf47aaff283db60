package org.pilet.tickets;

import java.io.Serializable;
import java.util.List;

/**
 * A queue as administrators see it.
 *
 * @param rights of teams, by their names
 * @param parentId the queue that it stands below, or null
 * @param depth how many stand above it
 * @param tickets how many there are in it, and how many of them are open
 * @param version to be given with a change, so that nobody's work is overwritten unseen
 */
public record QueueSettings(
        QueueView queue,
        String defaultCategory,
        List<QueueRight> rights,
        Long parentId,
        String parentName,
        int depth,
        long tickets,
        long open,
        int version)
        implements Serializable {

    public QueueSettings {
        rights = List.copyOf(rights);
    }

    /** As it is, to be changed, or to be brought back. */
    public QueueDraft draft() {
        return new QueueDraft(
                queue.name(),
                queue.address(),
                queue.teamId(),
                queue.defaultCategoryId(),
                queue.defaultPriority(),
                rights,
                parentId,
                version);
    }
}
