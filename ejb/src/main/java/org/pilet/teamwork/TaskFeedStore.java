package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class TaskFeedStore {

    @Inject
    private Sql sql;

    void put(long personId, byte[] hash, Instant now) {
        sql.update(
                "insert into task_feed (person_id, secret_hash, created_at) values (?, ?, ?) on conflict (person_id) do"
                        + " update set secret_hash = excluded.secret_hash, created_at = excluded.created_at, last_used_at"
                        + " = null",
                personId,
                hash,
                now);
    }

    void remove(long personId) {
        sql.update("delete from task_feed where person_id = ?", personId);
    }

    Optional<TaskFeedView> of(long personId) {
        return sql.first(
                "select created_at, last_used_at from task_feed where person_id = ?",
                row -> new TaskFeedView(row.instant("created_at"), row.instant("last_used_at")),
                personId);
    }

    /** Of somebody who may still sign in. */
    Optional<Long> reader(byte[] hash) {
        return sql.first(
                "select f.person_id from task_feed f join person p on p.id = f.person_id join account a on"
                        + " a.person_id = f.person_id where f.secret_hash = ? and a.active and p.active",
                row -> row.number("person_id"),
                hash);
    }

    void used(long personId, Instant now) {
        sql.update("update task_feed set last_used_at = ? where person_id = ?", now, personId);
    }
}
