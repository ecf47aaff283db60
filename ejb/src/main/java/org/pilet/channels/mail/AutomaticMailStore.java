package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class AutomaticMailStore {

    @Inject
    private Sql sql;

    AutomaticMailStore() {}

    AutomaticMailStore(Sql sql) {
        this.sql = sql;
    }

    /** Rivals for the same address wait for each other until their transactions end. */
    void lock(String address) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 3))", row -> true, address);
    }

    Optional<Boolean> answered(String dedupKey) {
        return sql.first("select sent from automatic_mail where dedup_key = ?", row -> row.flag("sent"), dedupKey);
    }

    long sentSince(String address, Instant since) {
        return sql.number(
                "select count(*) as value from automatic_mail where sent and address = ? and at > ?", address, since);
    }

    void add(String dedupKey, String address, Instant at, boolean sent) {
        sql.update(
                "insert into automatic_mail (dedup_key, address, at, sent) values (?, ?, ?, ?)",
                dedupKey,
                address,
                at,
                sent);
    }
}
