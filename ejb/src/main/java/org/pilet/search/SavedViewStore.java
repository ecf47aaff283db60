package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class SavedViewStore {

    private static final String SELECT =
            "select v.*, t.name as team_name from saved_view v left join team t on t.id = v.team_id where ";

    @Inject
    private Sql sql;

    /** The person's own, their teams', everybody's. */
    List<SavedView> usable(long personId, Collection<Long> teamIds) {
        return sql.list(
                SELECT + "v.person_id = ? or v.team_id = any(?::bigint[]) or v.person_id is null and v.team_id is null"
                        + " order by (v.person_id is null), v.name, v.id",
                SavedViewStore::view,
                personId,
                teamIds);
    }

    /** Everybody's and every team's. */
    List<SavedView> shared() {
        return sql.list(SELECT + "v.person_id is null order by v.name, v.id", SavedViewStore::view);
    }

    Optional<SavedView> find(long id) {
        return sql.first(SELECT + "v.id = ?", SavedViewStore::view, id);
    }

    boolean isTaken(String name, Long teamId, Long personId, Long butId) {
        return sql.number(
                        "select count(*) as value from saved_view where lower(name) = lower(?) and coalesce(team_id, 0)"
                                + " = ? and coalesce(person_id, 0) = ? and id <> ?",
                        name,
                        teamId == null ? 0 : teamId,
                        personId == null ? 0 : personId,
                        butId == null ? 0 : butId)
                > 0;
    }

    long add(SavedViewDraft draft, Long personId) {
        return sql.first(
                        "insert into saved_view (id, name, team_id, person_id, view, search_text, sort, grouping,"
                                + " columns) values (nextval('saved_view_seq'), ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        row -> row.number("id"),
                        draft.name(),
                        draft.teamId(),
                        personId,
                        draft.view(),
                        draft.text(),
                        draft.sort(),
                        draft.group(),
                        String.join(",", draft.columns()))
                .orElseThrow();
    }

    /** False when somebody has saved it meanwhile. */
    boolean change(SavedViewDraft draft, Long personId) {
        return sql.update(
                        "update saved_view set name = ?, team_id = ?, person_id = ?, view = ?, search_text = ?, sort ="
                                + " ?, grouping = ?, columns = ?, version = version + 1 where id = ? and version = ?",
                        draft.name(),
                        draft.teamId(),
                        personId,
                        draft.view(),
                        draft.text(),
                        draft.sort(),
                        draft.group(),
                        String.join(",", draft.columns()),
                        draft.id(),
                        draft.version())
                == 1;
    }

    void remove(long id) {
        sql.update("delete from saved_view where id = ?", id);
    }

    private static SavedView view(Row row) {
        return new SavedView(
                row.number("id"),
                row.text("name"),
                row.numberOrNull("team_id"),
                row.text("team_name"),
                row.numberOrNull("person_id"),
                row.constant("view", WorkListView.class),
                row.text("search_text"),
                row.constant("sort", WorkListSort.class),
                row.constant("grouping", WorkListGroup.class),
                row.text("columns").isEmpty()
                        ? List.of()
                        : List.of(row.text("columns").split(",")),
                false,
                row.integer("version"));
    }
}
