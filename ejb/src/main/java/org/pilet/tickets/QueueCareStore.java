package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.security.Permission;

@Dependent
class QueueCareStore {

    private static final String SELECT =
            "with recursive tree as (select id, 0 as depth, array[(not active)::int || lower(name)] as place from queue where"
                    + " parent_id is null union all select c.id, tree.depth + 1, tree.place || ((not c.active)::int ||"
                    + " lower(c.name)) from queue c join tree on c.parent_id = tree.id) select q.*, t.name as team_name,"
                    + " c.name as category_name, u.name as parent_name, tree.depth, n.tickets, n.open from"
                    + " queue q join tree on tree.id = q.id left join queue u on u.id = q.parent_id join team t on t.id = q.team_id join category c on c.id = q.default_category_id left join (select"
                    + " queue_id, count(*) as tickets, count(*) filter (where status not in ('RESOLVED', 'CLOSED', 'MERGED',"
                    + " 'SPAM', 'DELETED')) as open from ticket group by queue_id) n on n.queue_id = q.id ";

    @Inject
    private Sql sql;

    /** Each below its parent; among siblings those in use first, then by name. */
    List<QueueSettings> all() {
        Map<Long, List<QueueRight>> rights = sql
                .list(
                        "select g.queue_id, g.team_id, t.name, g.permission from queue_grant g join team t on t.id = g.team_id"
                                + " order by t.name, t.id",
                        row -> Map.entry(row.number("queue_id"), right(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return sql.list(
                SELECT + "order by tree.place, q.id",
                row -> settings(row, rights.getOrDefault(row.number("id"), List.of())));
    }

    Optional<QueueSettings> find(long id) {
        List<QueueRight> rights = sql.list(
                "select g.team_id, t.name, g.permission from queue_grant g join team t on t.id = g.team_id where g.queue_id"
                        + " = ? order by t.name, t.id",
                QueueCareStore::right,
                id);
        return sql.first(SELECT + "where q.id = ?", row -> settings(row, rights), id);
    }

    boolean isNameTaken(String name, Long butId) {
        return sql.number(
                        "select count(*) as value from queue where lower(name) = lower(?) and id <> ?",
                        name,
                        butId == null ? 0 : butId)
                > 0;
    }

    boolean isAddressTaken(String address, Long butId) {
        return sql.number(
                        "select count(*) as value from queue where address = ? and id <> ?",
                        address,
                        butId == null ? 0 : butId)
                > 0;
    }

    long add(QueueDraft draft) {
        return sql.first(
                        "insert into queue (id, name, address, team_id, default_category_id, default_priority, parent_id)"
                                + " values (nextval('queue_seq'), ?, ?, ?, ?, ?, ?) returning id",
                        row -> row.number("id"),
                        draft.name(),
                        draft.address(),
                        draft.teamId(),
                        draft.defaultCategoryId(),
                        draft.defaultPriority(),
                        draft.parentId())
                .orElseThrow();
    }

    /** Whether the first is the second, or below it. */
    boolean isWithin(long id, long ofId) {
        return sql.number(
                        "with recursive up as (select q.id, q.parent_id from queue q where q.id = ? union select q.id,"
                                + " q.parent_id from queue q join up on q.id = up.parent_id) select count(*) as value from up"
                                + " where id = ?",
                        id,
                        ofId)
                > 0;
    }

    /** False when somebody has saved it meanwhile. */
    boolean change(long id, QueueDraft draft) {
        return sql.update(
                        "update queue set name = ?, address = ?, team_id = ?, default_category_id = ?, default_priority = ?,"
                                + " parent_id = ?, version = version + 1 where id = ? and version = ?",
                        draft.name(),
                        draft.address(),
                        draft.teamId(),
                        draft.defaultCategoryId(),
                        draft.defaultPriority(),
                        draft.parentId(),
                        id,
                        draft.version())
                == 1;
    }

    void rights(long id, Map<Long, Permission> ofTeams) {
        sql.update("delete from queue_grant where queue_id = ?", id);
        ofTeams.forEach((team, permission) -> sql.update(
                "insert into queue_grant (team_id, queue_id, permission) values (?, ?, ?)", team, id, permission));
    }

    void active(long id, boolean active) {
        sql.update("update queue set active = ?, version = version + 1 where id = ?", active, id);
    }

    void record(Instant at, Long personId, long queueId, String what, String before, String after) {
        sql.update(
                "insert into queue_change (id, at, person_id, queue_id, what, old_value, new_value) values"
                        + " (nextval('queue_change_seq'), ?, ?, ?, ?, ?, ?)",
                at,
                personId,
                queueId,
                what,
                before,
                after);
    }

    List<QueueChange> changes(int most) {
        return sql.list(
                "select c.at, p.name as person, q.name as queue, c.what, c.old_value, c.new_value from queue_change c join"
                        + " queue q on q.id = c.queue_id left join person p on p.id = c.person_id order by c.id desc limit"
                        + " ?",
                row -> new QueueChange(
                        row.instant("at"),
                        row.text("person"),
                        row.text("queue"),
                        row.text("what"),
                        row.text("old_value"),
                        row.text("new_value")),
                most);
    }

    private static QueueRight right(Row row) {
        return new QueueRight(row.number("team_id"), row.text("name"), row.constant("permission", Permission.class));
    }

    private static QueueSettings settings(Row row, List<QueueRight> rights) {
        Long tickets = row.numberOrNull("tickets");
        Long open = row.numberOrNull("open");
        return new QueueSettings(
                QueueStore.queue(row),
                row.text("category_name"),
                rights,
                row.numberOrNull("parent_id"),
                row.text("parent_name"),
                row.integer("depth"),
                tickets == null ? 0 : tickets,
                open == null ? 0 : open,
                row.integer("version"));
    }
}
