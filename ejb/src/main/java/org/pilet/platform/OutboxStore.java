package org.pilet.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@Dependent
class OutboxStore {

    private static final String COLUMNS =
            " id, kind, dedup_key, payload, cause, attempts, created_at, due_at, state, last_error ";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    void add(OutboxEntry entry) {
        entities.persist(entry);
    }

    /** Takes up to {@code limit} due entries for this node until {@code until}; a dead node's claims run out. */
    List<OutboxItem> claim(Instant now, Instant until, int limit) {
        sql.update("set local synchronous_commit = off"); // a claim that a power failure takes back is only made again
        return sql.list(
                "update outbox set claimed_until = ?, attempts = attempts + 1 where id in (select id from outbox where"
                        + " state = 'WAITING' and due_at <= ? and (claimed_until is null or claimed_until < ?) order"
                        + " by due_at limit ? for update skip locked) returning"
                        + COLUMNS,
                OutboxStore::item,
                until,
                now,
                now,
                limit);
    }

    void keep(Collection<Long> ids, Instant until) {
        sql.update(
                "update outbox set claimed_until = ? where id = any(?) and state = 'WAITING' and claimed_until is not"
                        + " null",
                until,
                ids);
    }

    void done(long id, Instant now) {
        sql.update(
                "update outbox set state = 'DONE', finished_at = ?, claimed_until = null, last_error = null where id ="
                        + " ?",
                now,
                id);
    }

    void again(long id, Instant dueAt, String error) {
        sql.update("update outbox set due_at = ?, claimed_until = null, last_error = ? where id = ?", dueAt, error, id);
    }

    void postpone(long id, Instant until, String reason) {
        sql.update(
                "update outbox set due_at = ?, claimed_until = null, last_error = ?, attempts = greatest(attempts - 1, 0)"
                        + " where id = ?",
                until,
                reason,
                id);
    }

    void dead(long id, Instant now, String error) {
        sql.update(
                "update outbox set state = 'DEAD', finished_at = ?, claimed_until = null, last_error = ? where id = ?",
                now,
                error,
                id);
    }

    int revive(long id, Instant now) {
        return sql.update(
                "update outbox set state = 'WAITING', due_at = ?, attempts = 0, finished_at = null where id = ? and"
                        + " state in ('DEAD', 'WAITING')",
                now,
                id);
    }

    int cancel(String kind, String dedupKey, Instant now) {
        return sql.update(
                "update outbox set state = 'CANCELLED', finished_at = ? where kind = ? and dedup_key = ? and state ="
                        + " 'WAITING' and claimed_until is null",
                now,
                kind,
                dedupKey);
    }

    List<OutboxItem> inState(String state, long beforeId, int limit) {
        return sql.list(
                "select" + COLUMNS + "from outbox where state = ? and id < ? order by id desc limit ?",
                OutboxStore::item,
                state,
                beforeId,
                limit);
    }

    long count(String state) {
        return sql.number("select count(*) as value from outbox where state = ?", state);
    }

    void purge(Instant finishedBefore) {
        sql.update("delete from outbox where state in ('DONE', 'CANCELLED') and finished_at < ?", finishedBefore);
    }

    private static OutboxItem item(Row row) {
        return new OutboxItem(
                row.number("id"),
                row.text("kind"),
                row.text("dedup_key"),
                row.text("payload"),
                row.text("cause"),
                row.integer("attempts"),
                row.instant("created_at"),
                row.instant("due_at"),
                row.text("state"),
                row.text("last_error"));
    }
}
