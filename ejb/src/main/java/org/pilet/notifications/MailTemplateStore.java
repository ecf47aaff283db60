package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class MailTemplateStore {

    /** Words as they were written. */
    record Written(
            Long queueId, String language, MailEvent event, String subject, String body, int version, Instant at) {}

    @Inject
    private Sql sql;

    MailTemplateStore() {}

    MailTemplateStore(Sql sql) {
        this.sql = sql;
    }

    /** The queue's own, else the house's; empty where the shipped words hold. */
    Optional<Written> nearest(MailEvent event, String language, Long queueId) {
        return sql.first(
                "select * from mail_template where event = ? and language = ? and (queue_id is null or queue_id = ?)"
                        + " order by queue_id nulls last limit 1",
                MailTemplateStore::written,
                event.key(),
                language,
                queueId == null ? 0L : queueId);
    }

    List<Written> all() {
        return sql.list(
                "select * from mail_template order by event, language, queue_id nulls first",
                MailTemplateStore::written);
    }

    /** Whether it was as the caller has read it, and now is as they wrote it. */
    boolean save(MailTemplateDraft draft, Instant now, Long personId) {
        if (draft.version() == 0) {
            return sql.update(
                            "insert into mail_template (event, language, queue_id, subject, body, version, changed_at,"
                                    + " changed_by) values (?, ?, ?::bigint, ?, ?, 1, ?, ?::bigint) on conflict do nothing",
                            draft.event().key(),
                            draft.language(),
                            draft.queueId(),
                            draft.subject(),
                            draft.body(),
                            now,
                            personId)
                    == 1;
        }
        return sql.update(
                        "update mail_template set subject = ?, body = ?, version = version + 1, changed_at = ?,"
                                + " changed_by = ?::bigint where event = ? and language = ? and coalesce(queue_id, 0) = ?"
                                + " and version = ?",
                        draft.subject(),
                        draft.body(),
                        now,
                        personId,
                        draft.event().key(),
                        draft.language(),
                        draft.queueId() == null ? 0L : draft.queueId(),
                        draft.version())
                == 1;
    }

    void remove(MailEvent event, String language, Long queueId) {
        sql.update(
                "delete from mail_template where event = ? and language = ? and coalesce(queue_id, 0) = ?",
                event.key(),
                language,
                queueId == null ? 0L : queueId);
    }

    private static Written written(Row row) {
        return new Written(
                row.numberOrNull("queue_id"),
                row.text("language"),
                MailEvent.byKey(row.text("event")).orElseThrow(),
                row.text("subject"),
                row.text("body"),
                row.integer("version"),
                row.instant("changed_at"));
    }
}
