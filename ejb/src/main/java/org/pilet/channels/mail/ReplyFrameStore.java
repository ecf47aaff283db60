package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class ReplyFrameStore {

    /** Words as they were written. */
    record Written(Long queueId, String language, String body, int version, Instant at) {}

    @Inject
    private Sql sql;

    ReplyFrameStore() {}

    ReplyFrameStore(Sql sql) {
        this.sql = sql;
    }

    /** The queue's own, else the house's; empty where the shipped words hold. */
    Optional<Written> nearest(String language, Long queueId) {
        return sql.first(
                "select * from mail_frame where language = ? and (queue_id is null or queue_id = ?) order by queue_id nulls"
                        + " last limit 1",
                ReplyFrameStore::written,
                language,
                queueId == null ? 0L : queueId);
    }

    List<Written> all() {
        return sql.list("select * from mail_frame order by language, queue_id nulls first", ReplyFrameStore::written);
    }

    /** Whether it was as the caller has read it, and now is as they wrote it. */
    boolean save(ReplyFrameDraft draft, Instant now, Long personId) {
        int changed = draft.version() == 0
                ? sql.update(
                        "insert into mail_frame (language, queue_id, body, version, changed_at, changed_by) values (?,"
                                + " ?::bigint, ?, 1, ?, ?::bigint) on conflict do nothing",
                        draft.language(),
                        draft.queueId(),
                        draft.body(),
                        now,
                        personId)
                : sql.update(
                        "update mail_frame set body = ?, version = version + 1, changed_at = ?, changed_by = ?::bigint where"
                                + " language = ? and coalesce(queue_id, 0) = ? and version = ?",
                        draft.body(),
                        now,
                        personId,
                        draft.language(),
                        draft.queueId() == null ? 0L : draft.queueId(),
                        draft.version());
        return changed == 1;
    }

    void remove(String language, Long queueId) {
        sql.update(
                "delete from mail_frame where language = ? and coalesce(queue_id, 0) = ?",
                language,
                queueId == null ? 0L : queueId);
    }

    /** What somebody has set to stand below their own answers; empty if nothing. */
    String signature(long personId) {
        return sql.first(
                        "select value from person_setting where person_id = ? and key = ?",
                        row -> row.text("value"),
                        personId,
                        ReplyFrames.OWN_SIGNATURE)
                .orElse("");
    }

    private static Written written(Row row) {
        return new Written(
                row.numberOrNull("queue_id"),
                row.text("language"),
                row.text("body"),
                row.integer("version"),
                row.instant("changed_at"));
    }
}
