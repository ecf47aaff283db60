package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class QueueStore {

    private static final String SELECT = "select q.id, q.name, q.address, q.team_id, t.name as team_name,"
            + " q.default_category_id, q.default_priority, q.acknowledges, q.signature, q.active from queue q join team"
            + " t on t.id = q.team_id ";

    @Inject
    private Sql sql;

    List<QueueView> active() {
        return sql.list(SELECT + "where q.active order by q.name", QueueStore::queue);
    }

    Optional<QueueView> find(long id) {
        return sql.first(SELECT + "where q.id = ?", QueueStore::queue, id);
    }

    Optional<QueueView> byAddress(String address) {
        return sql.first(
                SELECT + "where q.active and q.address = ?",
                QueueStore::queue,
                address.strip().toLowerCase(Locale.ROOT));
    }

    Optional<QueueView> byName(String name) {
        return sql.first(SELECT + "where q.active and lower(q.name) = lower(?)", QueueStore::queue, name.strip());
    }

    List<QueueView.Worker> workers(long queueId) {
        return sql.list(
                "select distinct p.id, p.name from person p join team_member m on m.person_id = p.id join queue_grant g"
                        + " on g.team_id = m.team_id where g.queue_id = ? and g.permission = 'WORK' and p.active order"
                        + " by p.name, p.id",
                row -> new QueueView.Worker(row.number("id"), row.text("name")),
                queueId);
    }

    /** Of some queues, or of all with null. */
    List<QueueView.Worker> workersOf(Collection<Long> queueIds) {
        return sql.list(
                "select distinct p.id, p.name from person p join team_member m on m.person_id = p.id join queue_grant g"
                        + " on g.team_id = m.team_id join queue q on q.id = g.queue_id where q.active and (? or q.id ="
                        + " any(?::bigint[])) and g.permission = 'WORK' and p.active order by p.name, p.id",
                row -> new QueueView.Worker(row.number("id"), row.text("name")),
                queueIds == null,
                queueIds == null ? List.of() : queueIds);
    }

    void sign(long id, String signature, boolean acknowledges) {
        sql.update("update queue set signature = ?, acknowledges = ? where id = ?", signature, acknowledges, id);
    }

    static QueueView queue(Row row) {
        return new QueueView(
                row.number("id"),
                row.text("name"),
                row.text("address"),
                row.number("team_id"),
                row.text("team_name"),
                row.number("default_category_id"),
                row.constant("default_priority", Priority.class),
                row.flag("acknowledges"),
                row.text("signature"),
                row.flag("active"));
    }
}
