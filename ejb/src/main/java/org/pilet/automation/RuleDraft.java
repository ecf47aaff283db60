package org.pilet.automation;

import java.io.Serializable;
import java.util.List;

/**
 * A rule as administrators write it.
 *
 * @param id null for a new one
 * @param version the one that was read; null to overwrite knowingly
 * @param position its place within the group; null: the last
 * @param definition JSON with {@code trigger}, {@code conditions} (may be left out) and {@code actions}
 */
public record RuleDraft(
        Long id,
        Integer version,
        long groupId,
        Integer position,
        String name,
        boolean active,
        List<Long> queueIds,
        String definition)
        implements Serializable {

    public RuleDraft {
        queueIds = queueIds == null ? List.of() : List.copyOf(queueIds);
    }
}
