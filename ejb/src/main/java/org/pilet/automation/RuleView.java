package org.pilet.automation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A rule as it is kept.
 *
 * @param position its place within the group
 * @param queueIds where it is in force; none: everywhere
 * @param activeSince since when dates count that have come before; switching on starts anew
 * @param definition JSON with {@code trigger}, {@code conditions} and {@code actions}
 */
public record RuleView(
        long id,
        long groupId,
        int position,
        String name,
        boolean active,
        Instant activeSince,
        List<Long> queueIds,
        String definition,
        int version,
        Instant changedAt)
        implements Serializable {

    public RuleView {
        queueIds = List.copyOf(queueIds);
    }
}
