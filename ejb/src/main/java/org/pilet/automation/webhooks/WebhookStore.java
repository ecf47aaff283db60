package org.pilet.automation.webhooks;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class WebhookStore {

    @Inject
    private Sql sql;

    List<WebhookView> all() {
        return sql.list("select * from webhook order by name", WebhookStore::webhook);
    }

    Optional<WebhookView> find(long id) {
        return sql.first("select * from webhook where id = ?", WebhookStore::webhook, id);
    }

    int secretRound(long id) {
        return (int) sql.number("select secret_round as value from webhook where id = ?", id);
    }

    void nextSecret(long id) {
        sql.update("update webhook set secret_round = secret_round + 1 where id = ?", id);
    }

    long save(Long id, String name, String url, boolean active) {
        long key = id != null ? id : sql.number("select nextval('webhook_seq') as value");
        sql.update(
                "insert into webhook (id, name, url, active) values (?, ?, ?, ?) on conflict (id) do update set name ="
                        + " excluded.name, url = excluded.url, active = excluded.active",
                key,
                name,
                url,
                active);
        return key;
    }

    int remove(long id) {
        return sql.update("delete from webhook where id = ?", id);
    }

    void log(
            long webhookId,
            String key,
            int attempt,
            Instant at,
            Integer status,
            int millis,
            String error,
            String body) {
        sql.update(
                "insert into webhook_delivery (webhook_id, dedup_key, at, attempt, status, millis, error, body) values"
                        + " (?, ?, ?, ?, ?, ?, ?, ?)",
                webhookId,
                key,
                at,
                attempt,
                status,
                millis,
                error,
                body);
    }

    List<WebhookDelivery> deliveries(long webhookId, long beforeId, int limit) {
        return sql.list(
                "select * from webhook_delivery where webhook_id = ? and id < ? order by id desc limit ?",
                WebhookStore::delivery,
                webhookId,
                beforeId,
                limit);
    }

    Optional<WebhookDelivery> delivery(long id) {
        return sql.first("select * from webhook_delivery where id = ?", WebhookStore::delivery, id);
    }

    private static WebhookView webhook(Row row) {
        return new WebhookView(row.number("id"), row.text("name"), row.text("url"), row.flag("active"));
    }

    private static WebhookDelivery delivery(Row row) {
        Long status = row.numberOrNull("status");
        return new WebhookDelivery(
                row.number("id"),
                row.number("webhook_id"),
                row.text("dedup_key"),
                row.instant("at"),
                row.integer("attempt"),
                status == null ? null : status.intValue(),
                row.integer("millis"),
                row.text("error"),
                row.text("body"));
    }
}
