package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Sql;

@Dependent
class CannedResponseStore {

    @Inject
    private Sql sql;

    List<CannedResponse> all() {
        return sql.list(
                "select * from canned_response order by title, id",
                row -> new CannedResponse(
                        row.number("id"),
                        row.text("title"),
                        row.text("shortcut"),
                        row.text("language"),
                        row.numberOrNull("queue_id"),
                        row.text("body"),
                        row.flag("active")));
    }

    long save(CannedResponse text) {
        long id = text.id() != null ? text.id() : sql.number("select nextval('canned_response_seq') as value");
        sql.update(
                "insert into canned_response (id, title, shortcut, language, queue_id, body, active) values (?, ?, ?, ?,"
                        + " ?, ?, ?) on conflict (id) do update set title = excluded.title, shortcut ="
                        + " excluded.shortcut, language = excluded.language, queue_id = excluded.queue_id, body ="
                        + " excluded.body, active = excluded.active",
                id,
                text.title(),
                text.shortcut(),
                text.language(),
                text.queueId(),
                text.body(),
                text.active());
        return id;
    }

    int remove(long id) {
        return sql.update("delete from canned_response where id = ?", id);
    }
}
