package org.pilet.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

@Dependent
class IdempotentRequestStore {

    @Inject
    private Sql sql;

    /** A request that was carried out before. */
    record Known(byte[] fingerprint, IdempotentAnswer answer) {}

    /** True for the first; a rival's claim waits until this one's transaction has ended. */
    boolean claim(long callerId, String key, byte[] fingerprint, Instant now) {
        return sql.update(
                        "insert into idempotent_request (caller_id, key, fingerprint, created_at) values (?, ?, ?, ?) on"
                                + " conflict (caller_id, key) do nothing",
                        callerId,
                        key,
                        fingerprint,
                        now)
                > 0;
    }

    void answered(long callerId, String key, IdempotentAnswer answer) {
        sql.update(
                "update idempotent_request set status = ?, location = ?, body = ? where caller_id = ? and key = ?",
                answer.status(),
                answer.location(),
                answer.body(),
                callerId,
                key);
    }

    Known find(long callerId, String key) {
        return sql.first(
                        "select fingerprint, status, location, body from idempotent_request where caller_id = ? and key"
                                + " = ?",
                        row -> new Known(
                                row.bytes("fingerprint"),
                                new IdempotentAnswer(
                                        row.integer("status"), row.text("location"), row.text("body"), true)),
                        callerId,
                        key)
                .orElseThrow(() -> new NotFound("request", key));
    }

    int forget(Instant before) {
        return sql.update("delete from idempotent_request where created_at < ?", before);
    }
}
