package org.pilet.search;

import java.util.List;

/**
 * A view to be kept, or changed.
 *
 * @param id null for a new one
 * @param teamId who shall have it; null with {@code own} for oneself, without for everybody
 * @param version of the one that is changed, as it was read
 */
public record SavedViewDraft(
        Long id,
        String name,
        Long teamId,
        boolean own,
        WorkListView view,
        String text,
        WorkListSort sort,
        WorkListGroup group,
        List<String> columns,
        int version) {

    public SavedViewDraft {
        name = name == null ? "" : name.strip();
        text = text == null || text.isBlank() ? null : text.strip();
        view = view == null ? WorkListView.ALL_OPEN : view;
        sort = sort == null ? WorkListSort.DEFAULT : sort;
        group = group == null ? WorkListGroup.NONE : group;
        columns = columns == null ? List.of() : List.copyOf(columns);
    }
}
