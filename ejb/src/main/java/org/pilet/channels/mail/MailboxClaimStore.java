package org.pilet.channels.mail;

import static org.pilet.channels.mail.MailboxStore.fetching;
import static org.pilet.channels.mail.MailboxStore.tokens;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

/** Which node fetches which mailbox until when, how its looks went, and which mails of it have been taken. */
@Dependent
class MailboxClaimStore {

    @Inject
    private Sql sql;

    @Inject
    private SealedPassword sealed;

    MailboxClaimStore() {}

    MailboxClaimStore(Sql sql, SealedPassword sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    /** Takes what is due to be fetched for this node, one claim for each mailbox until it ends or is given back. */
    List<MailboxLogin> claim(String node, Instant now, Instant until) {
        return sql.list(
                "update mailbox set claimed_until = ?, claimed_by = ?, watched_since = null, last_poll_at = ? where id in (select id from mailbox where active"
                        + " and protocol <> 'PIPE' and next_poll_at <= ? and (claimed_until is null or claimed_until <= ?)"
                        + " for update skip locked) returning *",
                this::login,
                until,
                node,
                now,
                now,
                now);
    }

    /** Makes the node's own claims last; returns the versions of those that are still its own and switched on. */
    Map<Long, Integer> keep(String node, Collection<Long> ids, Instant until) {
        Map<Long, Integer> kept = new HashMap<>();
        sql.list(
                "update mailbox set claimed_until = ? where id = any(?) and claimed_by = ? and active returning id,"
                        + " version",
                row -> kept.put(row.number("id"), row.integer("version")),
                until,
                ids,
                node);
        return kept;
    }

    /** How to fetch it, secrets included. */
    Optional<MailboxLogin> login(long id) {
        return sql.first("select * from mailbox where id = ?", this::login, id);
    }

    void replacePassword(long id, String password) {
        sql.first("select address from mailbox where id = ?", row -> row.text("address"), id)
                .ifPresent(address ->
                        sql.update("update mailbox set password = ? where id = ?", sealed.seal(address, password), id));
    }

    /** A look that went well. */
    void looked(long id, Fetched what, Instant now) {
        sql.update(
                "update mailbox set last_success_at = ?, failures = 0, last_trouble = null, last_error = null where id"
                        + " = ?",
                now,
                id);
        if (what.mails() > 0) {
            sql.update(
                    "update mailbox set last_mail_at = ?, last_lag_seconds = ? where id = ?",
                    now,
                    what.lag() == null ? null : what.lag().toSeconds(),
                    id);
        }
    }

    void release(String node, long id, Instant next) {
        sql.update(
                "update mailbox set claimed_until = null, claimed_by = null, watched_since = null, next_poll_at = case"
                        + " when next_poll_at > last_poll_at then next_poll_at else ? end where id = ? and claimed_by = ?",
                next,
                id,
                node);
    }

    void watched(String node, long id, Instant now) {
        sql.update(
                "update mailbox set watched_since = coalesce(watched_since, ?) where id = ? and claimed_by = ?",
                now,
                id,
                node);
    }

    /** Returns how many fetches in a row have failed now. */
    int failures(long id) {
        return (int) sql.number("select failures as value from mailbox where id = ?", id);
    }

    void failed(String node, long id, MailTrouble trouble, String error, Instant next) {
        sql.update(
                "update mailbox set claimed_until = null, claimed_by = null, watched_since = null, failures = failures"
                        + " + 1, last_trouble = ?, last_error = ?, next_poll_at = ? where id = ? and claimed_by = ?",
                trouble.name(),
                error,
                next,
                id,
                node);
    }

    Set<String> uids(long mailboxId) {
        return sql.list("select uid from mailbox_uid where mailbox_id = ?", row -> row.text("uid"), mailboxId).stream()
                .collect(Collectors.toSet());
    }

    void addUid(long mailboxId, String uid, Instant now) {
        sql.update(
                "insert into mailbox_uid (mailbox_id, uid, taken_at) values (?, ?, ?) on conflict do nothing",
                mailboxId,
                uid,
                now);
    }

    void keepUids(long mailboxId, Set<String> there) {
        sql.update("delete from mailbox_uid where mailbox_id = ? and uid <> all(?::text[])", mailboxId, there);
    }

    private MailboxLogin login(Row row) {
        String address = row.text("address");
        return new MailboxLogin(
                row.number("id"),
                row.text("protocol"),
                row.text("host"),
                row.integer("port"),
                row.text("security"),
                row.text("user_name"),
                opened(address, row.bytes("password")),
                row.text("folder"),
                row.text("done_folder"),
                row.number("largest"),
                tokens(row, opened(address, row.bytes("client_secret"))),
                fetching(row),
                row.integer("version"));
    }

    private String opened(String address, byte[] secret) {
        return secret == null ? "" : sealed.open(address, secret);
    }
}
