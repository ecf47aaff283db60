package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.QueueView;

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

    List<KeptView> everyOne() {
        return sql.list(
                "select v.*, t.name as team_name, p.name as person_name from saved_view v left join team t on t.id ="
                        + " v.team_id left join person p on p.id = v.person_id order by (v.person_id is not null), (v.team_id"
                        + " is not null), t.name, p.name, v.name, v.id",
                row -> new KeptView(
                        view(row).asSeenBy(true), row.text("person_name"), row.number("uses"), row.instant("used_at")));
    }

    List<QueueView.Worker> staff() {
        return sql.list(
                "select p.id, p.name from person p where p.active and exists (select 1 from account_role r where r.person_id"
                        + " = p.id and r.role in ('AGENT', 'TEAM_LEAD', 'ADMINISTRATOR')) order by p.name",
                row -> new QueueView.Worker(row.number("id"), row.text("name")));
    }

    void used(long id, Instant now) {
        sql.update("set local synchronous_commit = off"); // a look that a power failure forgets harms nobody
        sql.update("update saved_view set uses = uses + 1, used_at = ? where id = ?", now, id);
    }

    void rename(long id, String name) {
        sql.update("update saved_view set name = ?, version = version + 1 where id = ?", name, id);
    }

    void give(long id, Long teamId, Long personId) {
        sql.update(
                "update saved_view set team_id = ?, person_id = ?, version = version + 1 where id = ?",
                teamId,
                personId,
                id);
    }

    void restore(KeptView gone) {
        SavedView view = gone.view();
        sql.update(
                "insert into saved_view (id, name, team_id, person_id, view, search_text, sort, grouping, columns, version,"
                        + " uses, used_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
                view.id(),
                view.name(),
                view.teamId(),
                view.personId(),
                view.view(),
                view.text(),
                view.sort(),
                view.group(),
                String.join(",", view.columns()),
                view.version(),
                gone.uses(),
                gone.usedAt());
    }

    String categoryName(long id) {
        return sql.first("select name from category where id = ?", row -> row.text("name"), id)
                .orElse("");
    }

    /** The searches with these words in them, by the ids of their views. */
    Map<Long, String> asking(String words) {
        Map<Long, String> searches = new LinkedHashMap<>();
        sql.list(
                "select id, search_text from saved_view where strpos(lower(search_text), ?) > 0 order by id for update",
                row -> searches.put(row.number("id"), row.text("search_text")),
                words);
        return searches;
    }

    void rewrite(long mergeId, long id, String before, String after) {
        sql.update("update saved_view set search_text = ?, version = version + 1 where id = ?", after, id);
        sql.update(
                "insert into saved_view_category (merge_id, view_id, before, after) values (?, ?, ?, ?)",
                mergeId,
                id,
                before,
                after);
    }

    /** Where nobody has changed the search since. */
    void bringBack(long mergeId) {
        sql.update(
                "update saved_view v set search_text = c.before, version = version + 1 from saved_view_category c where"
                        + " c.merge_id = ? and v.id = c.view_id and v.search_text = c.after",
                mergeId);
    }

    /** As {@link #rewrite}, for a tag that has become another. */
    void rewriteTag(long changeId, long id, String before, String after) {
        sql.update("update saved_view set search_text = ?, version = version + 1 where id = ?", after, id);
        sql.update(
                "insert into saved_view_tag (change_id, view_id, before, after) values (?, ?, ?, ?)",
                changeId,
                id,
                before,
                after);
    }

    /** Where nobody has changed the search since. */
    void bringBackTag(long changeId) {
        sql.update(
                "update saved_view v set search_text = c.before, version = version + 1 from saved_view_tag c where"
                        + " c.change_id = ? and v.id = c.view_id and v.search_text = c.after",
                changeId);
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
