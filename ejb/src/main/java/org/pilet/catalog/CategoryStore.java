package org.pilet.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class CategoryStore {

    private static final String TREE = "with recursive tree as (select c.id, c.parent_id, c.name, c.name as path,"
            + " c.active, array[c.position, c.id] as place from category c where c.parent_id is null union all select"
            + " c.id, c.parent_id, c.name, t.path || ' / ' || c.name, c.active and t.active, t.place ||"
            + " array[c.position, c.id] from category c join tree t on t.id = c.parent_id) select * from tree ";

    @Inject
    private Sql sql;

    List<CategoryView> active() {
        return sql.list(TREE + "where active order by place", CategoryStore::category);
    }

    Optional<CategoryView> find(long id) {
        return sql.first(TREE + "where id = ?", CategoryStore::category, id);
    }

    /** A merge as it was done. */
    record Merge(long fromId, long intoId, Instant at, boolean undone) {}

    List<CategoryView> all() {
        return sql.list(TREE + "order by place", CategoryStore::category);
    }

    /** At the end of its siblings. */
    long add(Long parentId, String name) {
        return sql.first(
                        "insert into category (id, parent_id, name, position) select nextval('category_seq'), ?, ?,"
                                + " coalesce(max(c.position), 0) + 1 from category c where c.parent_id is not distinct from"
                                + " ? returning id",
                        row -> row.number("id"),
                        parentId,
                        name,
                        parentId)
                .orElseThrow();
    }

    void rename(long id, String name) {
        sql.update("update category set name = ?, version = version + 1 where id = ?", name, id);
    }

    void move(long id, Long parentId) {
        sql.update(
                "update category set parent_id = ?, position = (select coalesce(max(c.position), 0) + 1 from category c"
                        + " where c.parent_id is not distinct from ?), version = version + 1 where id = ?",
                parentId,
                parentId,
                id);
    }

    void shift(long id, Long parentId, int places) {
        List<Long> siblings = new ArrayList<>(sql.list(
                "select id from category where parent_id is not distinct from ? order by position, id for update",
                row -> row.number("id"),
                parentId));
        int at = siblings.indexOf(id);
        siblings.remove(at);
        siblings.add(Math.max(0, Math.min(siblings.size(), at + places)), id);
        for (int i = 0; i < siblings.size(); i++) {
            sql.update("update category set position = ? where id = ?", i, siblings.get(i));
        }
    }

    void active(long id, boolean active) {
        sql.update("update category set active = ?, version = version + 1 where id = ?", active, id);
    }

    /** Whether the first is the second, or below it. */
    boolean isWithin(long id, long ofId) {
        return sql.number(
                        "with recursive up as (select c.id, c.parent_id from category c where c.id = ? union select c.id,"
                                + " c.parent_id from category c join up on c.id = up.parent_id) select count(*) as value"
                                + " from up where id = ?",
                        id,
                        ofId)
                > 0;
    }

    boolean isTaken(Long parentId, Long id, String name) {
        return sql.number(
                        "select count(*) as value from category where parent_id is not distinct from ? and lower(name) ="
                                + " lower(?) and id <> ?",
                        parentId,
                        name,
                        id == null ? 0 : id)
                > 0;
    }

    /** The names of the queues whose tickets begin with it, or null. */
    String defaultOf(long id) {
        return sql.first(
                        "select string_agg(q.name, ', ' order by q.name) as names from queue q where q.default_category_id ="
                                + " ? and q.active",
                        row -> row.text("names"),
                        id)
                .orElse(null);
    }

    long addMerge(long fromId, long intoId, Instant now, Long personId) {
        long id = sql.first(
                        "insert into category_merge (id, from_id, into_id, merged_at, actor_id) values"
                                + " (nextval('category_merge_seq'), ?, ?, ?, ?) returning id",
                        row -> row.number("id"),
                        fromId,
                        intoId,
                        now,
                        personId)
                .orElseThrow();
        sql.update(
                "insert into category_merge_child (merge_id, category_id) select ?, id from category where parent_id = ?",
                id,
                fromId);
        sql.update("update category set parent_id = ? where parent_id = ?", intoId, fromId);
        return id;
    }

    Optional<Merge> lockMerge(long id) {
        return sql.first(
                "select from_id, into_id, merged_at, undone_at is not null as undone from category_merge where id = ? for"
                        + " update",
                row -> new Merge(
                        row.number("from_id"), row.number("into_id"), row.instant("merged_at"), row.flag("undone")),
                id);
    }

    void undoMerge(long id, Instant now) {
        sql.update("update category_merge set undone_at = ? where id = ?", now, id);
        sql.update(
                "update category c set parent_id = m.from_id from category_merge m join category_merge_child x on x.merge_id"
                        + " = m.id where m.id = ? and c.id = x.category_id and c.parent_id = m.into_id",
                id);
    }

    List<CategoryMergeView> merges(Instant undoableSince) {
        return sql.list(
                "select m.id, f.name as from_name, i.name as into_name, m.merged_at, p.name as person from category_merge m"
                        + " join category f on f.id = m.from_id join category i on i.id = m.into_id left join person p on"
                        + " p.id = m.actor_id where m.undone_at is null order by m.merged_at desc limit 50",
                row -> new CategoryMergeView(
                        row.number("id"),
                        row.text("from_name"),
                        row.text("into_name"),
                        row.instant("merged_at"),
                        row.text("person"),
                        row.instant("merged_at").isAfter(undoableSince)));
    }

    void record(Instant now, Long personId, long id, String what, String before, String after) {
        sql.update(
                "insert into category_change (id, at, person_id, category_id, what, old_value, new_value) values"
                        + " (nextval('category_change_seq'), ?, ?, ?, ?, ?, ?)",
                now,
                personId,
                id,
                what,
                before,
                after);
    }

    private static CategoryView category(Row row) {
        return new CategoryView(
                row.number("id"),
                row.numberOrNull("parent_id"),
                row.text("name"),
                row.text("path"),
                row.flag("active"));
    }
}
