package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class MailKeyStore {

    static final Duration SOON = Duration.ofDays(30);

    /** A key as it is kept. */
    record Kept(
            long id,
            MailKeyView.Kind kind,
            String holder,
            List<String> addresses,
            String fingerprint,
            byte[] material,
            byte[] sealed,
            Long mailboxId,
            Long personId,
            boolean trusted,
            Instant from,
            Instant until,
            boolean revoked) {

        MailKeyView view(Instant now, boolean takenBack) {
            MailKeyView.Expiry expiry = until == null || until.isAfter(now.plus(SOON))
                    ? MailKeyView.Expiry.FAR
                    : until.isAfter(now) ? MailKeyView.Expiry.SOON : MailKeyView.Expiry.PAST;
            return new MailKeyView(
                    id,
                    kind,
                    holder,
                    addresses,
                    fingerprint,
                    sealed != null,
                    mailboxId,
                    personId,
                    trusted,
                    from,
                    until,
                    expiry,
                    revoked || takenBack);
        }

        boolean current(Instant at) {
            return !revoked && (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
        }
    }

    @Inject
    private Sql sql;

    List<Kept> all() {
        return sql.list("select * from mail_key order by kind, holder, id", MailKeyStore::kept);
    }

    long endingBefore(Instant end) {
        return sql.number("select count(*) as value from mail_key where valid_until <= ?", end);
    }

    /** The same key again replaces what was known of it, but for a private half that does not come with it. */
    long put(Kept key, Instant now, Long by) {
        return sql.first(
                        "insert into mail_key (kind, holder, addresses, fingerprint, material, sealed, mailbox_id, person_id,"
                                + " trusted, valid_from, valid_until, revoked, added_at, added_by) values (?, ?, ?, ?, ?, ?::bytea,"
                                + " ?::bigint, ?::bigint, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?::bigint) on conflict"
                                + " (fingerprint) do update set holder = excluded.holder, addresses = excluded.addresses,"
                                + " material = excluded.material, sealed = coalesce(excluded.sealed, mail_key.sealed),"
                                + " mailbox_id = coalesce(excluded.mailbox_id, mail_key.mailbox_id), person_id ="
                                + " coalesce(excluded.person_id, mail_key.person_id), trusted = excluded.trusted, valid_from"
                                + " = excluded.valid_from, valid_until = excluded.valid_until, revoked ="
                                + " excluded.revoked, warned = null returning id",
                        row -> row.number("id"),
                        key.kind(),
                        key.holder(),
                        String.join(" ", key.addresses()),
                        key.fingerprint(),
                        key.material(),
                        key.sealed(),
                        key.mailboxId(),
                        key.personId(),
                        key.trusted(),
                        key.from(),
                        key.until(),
                        key.revoked(),
                        now,
                        by)
                .orElseThrow();
    }

    /** Whether this stage is news; from then on it is not. */
    boolean warned(long id, MailKeyWarnings.Stage stage) {
        return sql.update("update mail_key set warned = ? where id = ? and warned is distinct from ?", stage, id, stage)
                == 1;
    }

    void trust(long id, boolean trusted) {
        sql.update("update mail_key set trusted = ? where id = ?", trusted, id);
    }

    void remove(long id) {
        sql.update("delete from mail_key where id = ?", id);
    }

    MailSealing sealing(long mailboxId) {
        return sql.first(
                        "select scheme, encrypts from mail_sealing where mailbox_id = ?",
                        row -> new MailSealing(row.constant("scheme", MailSealing.Scheme.class), row.flag("encrypts")),
                        mailboxId)
                .orElse(MailSealing.USUAL);
    }

    void seal(long mailboxId, MailSealing sealing) {
        sql.update(
                "insert into mail_sealing (mailbox_id, scheme, encrypts) values (?, ?, ?) on conflict (mailbox_id) do update"
                        + " set scheme = excluded.scheme, encrypts = excluded.encrypts",
                mailboxId,
                sealing.scheme(),
                sealing.encrypts());
    }

    private static Kept kept(Row row) {
        String addresses = row.text("addresses");
        return new Kept(
                row.number("id"),
                row.constant("kind", MailKeyView.Kind.class),
                row.text("holder"),
                addresses.isEmpty() ? List.of() : Arrays.asList(addresses.split(" ", -1)),
                row.text("fingerprint"),
                row.bytes("material"),
                row.bytes("sealed"),
                row.numberOrNull("mailbox_id"),
                row.numberOrNull("person_id"),
                row.flag("trusted"),
                row.instant("valid_from"),
                row.instant("valid_until"),
                row.flag("revoked"));
    }
}
