package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class LockStore {

    private static final String RULES = "select q.id, q.name, coalesce(k.minutes, 0) as minutes, coalesce(k.assigns,"
            + " false) as assigns, k.changed_at, p.name as changed_by from queue q left join queue_locking k on k.queue_id"
            + " = q.id left join person p on p.id = k.changed_by where q.active ";

    @Inject
    private Sql sql;

    /** A lock that may have run out. */
    record Lock(long ticketId, long personId, String name, Instant since, Instant until) {}

    Optional<Lock> find(long ticketId) {
        return sql.first(
                "select l.ticket_id, l.person_id, p.name, l.since, l.until from ticket_lock l join person p on p.id ="
                        + " l.person_id where l.ticket_id = ?",
                row -> new Lock(
                        row.number("ticket_id"),
                        row.number("person_id"),
                        row.text("name"),
                        row.instant("since"),
                        row.instant("until")),
                ticketId);
    }

    /** Somebody else's that has not run out. */
    Optional<Lock> others(long ticketId, Long personId, Instant now) {
        return find(ticketId)
                .filter(lock -> lock.until().isAfter(now))
                .filter(lock -> personId == null || lock.personId() != personId);
    }

    /** The row of the ticket must be held. */
    void put(long ticketId, long personId, Instant since, Instant until) {
        sql.update(
                "insert into ticket_lock (ticket_id, person_id, since, until) values (?, ?, ?, ?) on conflict (ticket_id)"
                        + " do update set person_id = excluded.person_id, since = excluded.since, until = excluded.until",
                ticketId,
                personId,
                since,
                until);
    }

    /** True when it was theirs and has not run out. */
    boolean renew(long ticketId, long personId, Instant now) {
        return sql.update(
                        "update ticket_lock l set until = ?::timestamptz + make_interval(mins => greatest(k.minutes, 1)) from"
                                + " ticket t join queue_locking k on k.queue_id = t.queue_id where l.ticket_id = ? and t.id"
                                + " = l.ticket_id and l.person_id = ? and l.until > ?",
                        now,
                        ticketId,
                        personId,
                        now)
                > 0;
    }

    boolean remove(long ticketId) {
        return sql.update("delete from ticket_lock where ticket_id = ?", ticketId) > 0;
    }

    List<Long> runOut(Instant now, int most) {
        return sql.list(
                "select ticket_id from ticket_lock where until <= ? order by until limit ?",
                row -> row.number("ticket_id"),
                now,
                most);
    }

    Optional<QueueLocking> rule(long queueId) {
        return sql.first(RULES + "and q.id = ?", LockStore::rule, queueId);
    }

    /** For a queue that has none, no minutes and no assigning. */
    List<QueueLocking> rules() {
        return sql.list(RULES + "order by q.name", LockStore::rule);
    }

    void saveRule(long queueId, int minutes, boolean assigns, Long personId, Instant now) {
        sql.update(
                "insert into queue_locking (queue_id, minutes, assigns, changed_at, changed_by) values (?, ?, ?, ?, ?) on"
                        + " conflict (queue_id) do update set minutes = excluded.minutes, assigns = excluded.assigns,"
                        + " changed_at = excluded.changed_at, changed_by = excluded.changed_by",
                queueId,
                minutes,
                assigns,
                now,
                personId);
    }

    void record(Instant now, Long personId, Long queueId, String what, Object before, Object after) {
        sql.update(
                "insert into desk_rule_change (id, at, person_id, queue_id, what, old_value, new_value) values"
                        + " (nextval('desk_rule_change_seq'), ?, ?, ?, ?, ?, ?)",
                now,
                personId,
                queueId,
                what,
                String.valueOf(before),
                String.valueOf(after));
    }

    private static QueueLocking rule(Row row) {
        return new QueueLocking(
                row.number("id"),
                row.text("name"),
                row.integer("minutes"),
                row.flag("assigns"),
                row.instant("changed_at"),
                row.text("changed_by"));
    }

    List<DeskRuleChange> changes(int most) {
        return sql.list(
                "select c.at, p.name as person, q.name as queue, c.what, c.old_value, c.new_value from desk_rule_change c"
                        + " left join person p on p.id = c.person_id left join queue q on q.id = c.queue_id order by c.id"
                        + " desc limit ?",
                row -> new DeskRuleChange(
                        row.instant("at"),
                        row.text("person"),
                        row.text("queue"),
                        row.text("what"),
                        row.text("old_value"),
                        row.text("new_value")),
                most);
    }
}
