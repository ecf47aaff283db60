package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class MailboxStore {

    private static final String SELECT =
            "select m.*, q.name as queue_name from mailbox m join queue q on q.id = m.queue_id ";

    @Inject
    private Sql sql;

    @Inject
    private SealedPassword sealed;

    MailboxStore() {}

    MailboxStore(Sql sql, SealedPassword sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    List<MailboxView> all() {
        return sql.list(SELECT + "order by m.address", MailboxStore::view);
    }

    Optional<MailboxView> find(long id) {
        return sql.first(SELECT + "where m.id = ?", MailboxStore::view, id);
    }

    Optional<MailboxView> byAddress(String address) {
        return sql.first(SELECT + "where m.active and m.address = ?", MailboxStore::view, address);
    }

    List<MailboxView> active() {
        return sql.list(SELECT + "where m.active order by m.id", MailboxStore::view);
    }

    /** Mailboxes and queues: everything that writes or reads mail under our name. */
    Set<String> ownAddresses() {
        return sql
                .list("select address from mailbox union select address from queue", row -> row.text("address"))
                .stream()
                .collect(Collectors.toSet());
    }

    long add(MailboxSettings asked, Instant now) {
        long id = sql.number("select nextval('mailbox_seq') as value");
        sql.update(
                "insert into mailbox (id, address, queue_id, protocol, host, port, security, user_name, password,"
                        + " folder, done_folder, largest, plus_addresses, active, next_poll_at) values (?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                asked.address(),
                asked.queueId(),
                asked.protocol(),
                asked.host(),
                asked.port(),
                asked.security(),
                asked.user(),
                asked.password() == null ? null : sealed.seal(asked.address(), asked.password()),
                asked.folder(),
                asked.doneFolder(),
                asked.largest(),
                asked.plusAddresses(),
                asked.active(),
                now);
        return id;
    }

    int change(MailboxSettings asked, Instant now) {
        return sql.update(
                "update mailbox set address = ?, queue_id = ?, protocol = ?, host = ?, port = ?, security = ?,"
                        + " user_name = ?, password = coalesce(?::bytea, password), folder = ?, done_folder = ?,"
                        + " largest = ?, plus_addresses = ?, active = ?, next_poll_at = ?, failures = 0, last_error ="
                        + " null, version = version + 1 where id = ?",
                asked.address(),
                asked.queueId(),
                asked.protocol(),
                asked.host(),
                asked.port(),
                asked.security(),
                asked.user(),
                asked.password() == null ? null : sealed.seal(asked.address(), asked.password()),
                asked.folder(),
                asked.doneFolder(),
                asked.largest(),
                asked.plusAddresses(),
                asked.active(),
                now,
                asked.id());
    }

    /** Takes what is due to be fetched for this node, one claim for each mailbox until it ends or is given back. */
    List<MailboxLogin> claim(Instant now, Instant until) {
        return sql.list(
                "update mailbox set claimed_until = ?, last_poll_at = ? where id in (select id from mailbox where active"
                        + " and protocol = 'IMAP' and next_poll_at <= ? and (claimed_until is null or claimed_until <= ?)"
                        + " for update skip locked) returning *",
                row -> new MailboxLogin(
                        row.number("id"),
                        row.text("host"),
                        row.integer("port"),
                        row.text("security"),
                        row.text("user_name"),
                        row.bytes("password") == null ? "" : sealed.open(row.text("address"), row.bytes("password")),
                        row.text("folder"),
                        row.text("done_folder"),
                        row.number("largest")),
                until,
                now,
                now,
                now);
    }

    void keep(Collection<Long> ids, Instant until) {
        sql.update("update mailbox set claimed_until = ? where id = any(?) and claimed_until is not null", until, ids);
    }

    void fetched(long id, Instant now, Instant next) {
        sql.update(
                "update mailbox set claimed_until = null, last_success_at = ?, failures = 0, last_error = null,"
                        + " next_poll_at = ? where id = ?",
                now,
                next,
                id);
    }

    /** Returns how many fetches in a row have failed now. */
    int failures(long id) {
        return (int) sql.number("select failures as value from mailbox where id = ?", id);
    }

    void failed(long id, String error, Instant next) {
        sql.update(
                "update mailbox set claimed_until = null, failures = failures + 1, last_error = ?, next_poll_at = ?"
                        + " where id = ?",
                error,
                next,
                id);
    }

    private static MailboxView view(Row row) {
        return new MailboxView(
                row.number("id"),
                row.text("address"),
                row.number("queue_id"),
                row.text("queue_name"),
                row.text("protocol"),
                row.text("host"),
                row.numberOrNull("port") == null ? null : row.integer("port"),
                row.text("security"),
                row.text("user_name"),
                row.text("folder"),
                row.text("done_folder"),
                row.number("largest"),
                row.flag("plus_addresses"),
                row.flag("active"),
                row.instant("last_poll_at"),
                row.instant("last_success_at"),
                row.integer("failures"),
                row.text("last_error"),
                row.integer("version"));
    }
}
