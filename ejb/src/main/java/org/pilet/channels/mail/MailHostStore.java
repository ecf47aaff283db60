package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class MailHostStore {

    static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    private Sql sql;

    @Inject
    private SealedPassword sealed;

    MailHostStore() {}

    MailHostStore(Sql sql, SealedPassword sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    /** A host as it stands in this transaction, which holds its row. */
    record Host(String name, Instant windowStart, int sent, Instant pausedUntil, int failures) {}

    /** Locks these, in an order that is the same for everybody. */
    List<Host> lock(Collection<String> hosts, Instant now) {
        hosts.stream()
                .sorted()
                .forEach(host -> sql.update(
                        "insert into mail_host (host, window_start) values (?, ?) on conflict do nothing", host, now));
        sql.update(
                "update mail_host set window_start = ?, sent = 0 where host in (select host from mail_host where host ="
                        + " any(?::text[]) and window_start <= ? order by host for update)",
                now,
                hosts,
                now.minus(WINDOW));
        return sql.list(
                "select * from mail_host where host = any(?::text[]) order by host for update",
                row -> new Host(
                        row.text("host"),
                        row.instant("window_start"),
                        row.integer("sent"),
                        row.instant("paused_until"),
                        row.integer("failures")),
                hosts);
    }

    void count(Collection<String> hosts, Instant now) {
        sql.update("update mail_host set sent = sent + 1, last_sent_at = ? where host = any(?::text[])", now, hosts);
    }

    void pause(String host, Instant until) {
        sql.update("update mail_host set paused_until = ? where host = ?", until, host);
    }

    void failed(String host, MailTrouble trouble, String error, Instant until) {
        sql.update(
                "update mail_host set failures = failures + 1, last_trouble = ?, last_error = ?, paused_until = ? where"
                        + " host = ?",
                trouble.name(),
                error,
                until,
                host);
    }

    void well(String host) {
        sql.update(
                "update mail_host set failures = 0, paused_until = null where host = ? and (failures > 0 or"
                        + " paused_until is not null)",
                host);
    }

    /** Those that are left alone or were given something lately; the troubled ones first. */
    List<MailHostView> lively(Instant now) {
        return sql.list(
                "select *, case when window_start > ? then sent else 0 end as now_sent from mail_host where failures > 0"
                        + " or last_sent_at > ? order by failures desc, now_sent desc, host limit 100",
                row -> new MailHostView(
                        row.text("host"),
                        row.instant("paused_until"),
                        row.integer("failures"),
                        row.integer("now_sent"),
                        row.text("last_trouble") == null ? null : MailTrouble.valueOf(row.text("last_trouble")),
                        row.text("last_error"),
                        row.instant("last_sent_at")),
                now.minus(WINDOW),
                now.minus(Duration.ofDays(1)));
    }

    void forget(Instant before) {
        sql.update("delete from mail_host where failures = 0 and window_start < ?", before);
    }

    /** What came in place of the token that the environment gives; another one there begins anew. */
    Optional<String> refreshToken(String server, String given) {
        return sql.first(
                        "select token from sending_token where server = ? and given = ?",
                        row -> row.bytes("token"),
                        server,
                        mark(given))
                .map(token -> sealed.open(server, token));
    }

    void keepRefreshToken(String server, String given, String token, Instant now) {
        sql.update(
                "insert into sending_token (server, given, token, changed_at) values (?, ?, ?, ?) on conflict (server) do"
                        + " update set given = excluded.given, token = excluded.token, changed_at = excluded.changed_at",
                server,
                mark(given),
                sealed.seal(server, token),
                now);
    }

    /** Tells tokens apart without showing them. */
    private static String mark(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
