package org.pilet.search;

import java.io.Serializable;
import java.util.List;

/**
 * A list somebody has kept under a name. Who else has it: a team, everybody, or nobody. Its tickets are always those that
 * the one who looks may see.
 *
 * @param teamId the team that has it, or null
 * @param personId whose own it is; null for a team's and everybody's
 * @param text what it searches for, or null
 * @param columns what each row shows, by the list's own names; empty for the reader's own choice
 */
public record SavedView(
        long id,
        String name,
        Long teamId,
        String teamName,
        Long personId,
        WorkListView view,
        String text,
        WorkListSort sort,
        WorkListGroup group,
        List<String> columns,
        boolean mayChange,
        int version)
        implements Serializable {

    public SavedView {
        columns = List.copyOf(columns);
    }

    public WorkListQuery query() {
        return WorkListQuery.of(view, text, sort, group);
    }

    SavedView asSeenBy(boolean changeable) {
        return new SavedView(
                id, name, teamId, teamName, personId, view, text, sort, group, columns, changeable, version);
    }
}
