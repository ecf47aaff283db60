package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class MailboxStore {

    private static final String SELECT =
            "select m.*, not exists (select 1 from inbound_mail i where i.mailbox_id = m.id) as removable, q.name as queue_name, (select string_agg(a.address, ' ' order by a.address) from mailbox_alias a"
                    + " where a.mailbox_id = m.id) as aliases from mailbox m join queue q on q.id = m.queue_id ";

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
        return sql.first(
                SELECT + "where m.active and (m.address = ? or m.id = (select a.mailbox_id from mailbox_alias a where"
                        + " a.address = ?)) order by m.address = ? desc limit 1",
                MailboxStore::view,
                address,
                address,
                address);
    }

    List<MailboxView> active() {
        return sql.list(SELECT + "where m.active order by m.id", MailboxStore::view);
    }

    /** Mailboxes and queues: everything that writes or reads mail under our name. */
    Set<String> ownAddresses() {
        return sql
                .list(
                        "select address from mailbox union select address from mailbox_alias union select address from"
                                + " queue",
                        row -> row.text("address"))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Whether an address, without its plus-part, is one of ours. */
    Predicate<String> own() {
        Set<String> own = ownAddresses();
        return address -> own.contains(address) || own.contains(new MailAddress("", address).withoutPlus());
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
        threading(id, asked);
        access(id, asked);
        fetching(id, asked);
        return id;
    }

    /** What is not given stays as it is. */
    private void threading(long id, MailboxSettings asked) {
        sql.update("update mailbox set archive = ? where id = ?", asked.archive(), id);
        if (asked.threading() != null) {
            Threading by = asked.threading();
            sql.update(
                    "update mailbox set match_address = ?, match_headers = ?, match_subject = ?, match_body = ?,"
                            + " match_attachments = ?, strangers = ? where id = ?",
                    by.address(),
                    by.headers(),
                    by.subject(),
                    by.body(),
                    by.attachments(),
                    by.strangers(),
                    id);
        }
        if (asked.aliases() != null) {
            sql.update("delete from mailbox_alias where mailbox_id = ?", id);
            asked.aliases()
                    .forEach(alias ->
                            sql.update("insert into mailbox_alias (address, mailbox_id) values (?, ?)", alias, id));
        }
    }

    int change(MailboxSettings asked, Instant now) {
        int changed = sql.update(
                "update mailbox set address = ?, queue_id = ?, protocol = ?, host = ?, port = ?, security = ?,"
                        + " user_name = ?, password = coalesce(?::bytea, password), folder = ?, done_folder = ?,"
                        + " largest = ?, plus_addresses = ?, active = ?, next_poll_at = ?, failures = 0, last_trouble ="
                        + " null, last_error = null, version = version + 1 where id = ? and version = coalesce(?::int, version)",
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
                asked.id(),
                asked.version());
        if (changed > 0) {
            threading(asked.id(), asked);
            access(asked.id(), asked);
            fetching(asked.id(), asked);
        }
        return changed;
    }

    private void fetching(long id, MailboxSettings asked) {
        if (asked.fetching() != null) {
            sql.update(
                    "update mailbox set leave_on_server = ?, idle = ?, poll_seconds = ? where id = ?",
                    asked.fetching().leaveOnServer(),
                    asked.fetching().idle(),
                    asked.fetching().pollSeconds(),
                    id);
        }
    }

    /** False if mail has come by it. */
    boolean remove(long id) {
        return sql.update(
                        "delete from mailbox m where m.id = ? and not exists (select 1 from inbound_mail i where"
                                + " i.mailbox_id = m.id)",
                        id)
                > 0;
    }

    private void access(long id, MailboxSettings asked) {
        TokenAccess tokens = asked.tokens();
        if (tokens == null) {
            sql.update(
                    "update mailbox set auth = 'PASSWORD', token_url = null, client_id = null, client_secret = null,"
                            + " token_scope = null where id = ?",
                    id);
            return;
        }
        sql.update(
                "update mailbox set auth = 'XOAUTH2', token_url = ?, client_id = ?, token_scope = ?, client_secret ="
                        + " coalesce(?::bytea, client_secret) where id = ?",
                tokens.url(),
                tokens.clientId(),
                tokens.scope(),
                tokens.clientSecret() == null ? null : sealed.seal(asked.address(), tokens.clientSecret()),
                id);
    }

    static Fetching fetching(Row row) {
        return new Fetching(row.flag("leave_on_server"), row.flag("idle"), row.integer("poll_seconds"));
    }

    static TokenAccess tokens(Row row, String clientSecret) {
        return row.text("auth").equals("XOAUTH2")
                ? new TokenAccess(row.text("token_url"), row.text("client_id"), clientSecret, row.text("token_scope"))
                : null;
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
                row.text("aliases") == null
                        ? List.of()
                        : List.of(row.text("aliases").split(" ")),
                new Threading(
                        row.flag("match_address"),
                        row.flag("match_headers"),
                        row.flag("match_subject"),
                        row.flag("match_body"),
                        row.flag("match_attachments"),
                        row.constant("strangers", Threading.Strangers.class)),
                row.flag("archive"),
                tokens(row, null),
                fetching(row),
                row.instant("last_poll_at"),
                row.instant("last_success_at"),
                row.integer("failures"),
                row.text("last_trouble") == null ? null : MailTrouble.valueOf(row.text("last_trouble")),
                row.text("last_error"),
                row.instant("watched_since"),
                row.instant("last_mail_at"),
                row.numberOrNull("last_lag_seconds"),
                row.flag("removable"),
                row.integer("version"));
    }
}
