package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class MailReconciliationStore {

    /** Where each mail of the log has ended, judged by what exists and not by what the log claims. */
    private static final String ENDS = "select i.id, i.sender, i.subject, i.received_at, b.address, case"
            + " when i.state = 'STORED' and i.received_at > ? then 'WAITING'"
            + " when i.state = 'QUARANTINED' or i.decision = 'DISMISSED' then 'QUARANTINED'"
            + " when i.state = 'DONE' and exists (select 1 from inbound_mail o where o.ticket_id = i.ticket_id"
            + " and o.message_id = i.message_id and o.id < i.id and o.state = 'DONE') then 'DOUBLED'"
            + " when i.state = 'DONE' and exists (select 1 from message m where m.id = i.message_id) then"
            + " 'ON_TICKET'"
            + " when i.state = 'DONE' then 'NO_MESSAGE'"
            + " when i.decision = 'COPY' and exists (select 1 from inbound_mail o join message m on m.id ="
            + " o.message_id where o.dedup_key = i.dedup_key and o.ticket_id = i.ticket_id) then 'ON_TICKET'"
            + " when i.decision = 'COPY' then 'NO_MESSAGE'"
            + " when i.decision = 'OWN_MAIL' then 'OWN'"
            + " when i.state = 'REFUSED' and exists (select 1 from outbox x where x.kind = 'notify' and x.dedup_key"
            + " in ('mail.tooLarge:' || i.id, 'mail.rejected:' || i.id) and x.state <> 'CANCELLED') then"
            + " 'REFUSED'"
            + " when i.state = 'REFUSED' then 'NO_NOTICE'"
            + " else 'UNDECIDED' end as ending"
            + " from inbound_mail i join mailbox b on b.id = i.mailbox_id where i.received_at >= ?";

    @Inject
    private Sql sql;

    MailReconciliationStore() {}

    MailReconciliationStore(Sql sql) {
        this.sql = sql;
    }

    /** How many mails taken since then have ended where. Undecided ones that came after {@code fresh} only wait. */
    Map<String, Long> ends(Instant since, Instant fresh) {
        Map<String, Long> counts = new HashMap<>();
        sql.list(
                "select ending, count(*) as count from (" + ENDS + ") e group by ending",
                row -> counts.put(row.text("ending"), row.number("count")),
                fresh,
                since);
        return counts;
    }

    /** Each mail that is not in exactly one place. */
    List<MailReconciliationLine> astray(Instant since, Instant fresh) {
        return sql.list(
                "select * from (" + ENDS + ") e where ending in ('UNDECIDED', 'NO_MESSAGE', 'NO_NOTICE', 'DOUBLED')"
                        + " order by id",
                row -> new MailReconciliationLine(
                        row.constant("ending", MailReconciliationKind.class),
                        row.text("address"),
                        row.number("id"),
                        row.text("sender"),
                        row.text("subject"),
                        row.instant("received_at")),
                fresh,
                since);
    }

    /** The keys of all mails that a mailbox has brought since then. */
    Set<String> keys(long mailboxId, Instant since) {
        return sql
                .list(
                        "select dedup_key from inbound_mail where mailbox_id = ? and received_at >= ?",
                        row -> row.text("dedup_key"),
                        mailboxId,
                        since)
                .stream()
                .collect(Collectors.toSet());
    }

    Instant created(long mailboxId) {
        return sql.first("select created_at from mailbox where id = ?", row -> row.instant("created_at"), mailboxId)
                .orElse(Instant.MAX);
    }

    long add(MailReconciliationView made) {
        long id = sql.number("select nextval('mail_reconciliation_seq') as value");
        sql.update(
                "insert into mail_reconciliation (id, since, made_at, handed_over, on_ticket, quarantined, refused, own,"
                        + " waiting, difference, unreachable) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                made.since(),
                made.madeAt(),
                made.handedOver(),
                made.onTicket(),
                made.quarantined(),
                made.refused(),
                made.own(),
                made.waiting(),
                made.difference(),
                made.unreachable());
        List<Object[]> lines = new ArrayList<>();
        for (MailReconciliationLine line : made.lines()) {
            lines.add(new Object[] {
                id,
                lines.size(),
                line.kind(),
                line.mailbox(),
                line.inboundId(),
                line.sender(),
                line.subject(),
                line.at()
            });
        }
        sql.batch(
                "insert into mail_reconciliation_line (reconciliation_id, position, kind, mailbox, inbound_id, sender,"
                        + " subject, at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                lines);
        sql.update(
                "delete from mail_reconciliation where made_at < ?",
                made.madeAt().minus(Duration.ofDays(366)));
        return id;
    }

    List<MailReconciliationView> recent(int limit) {
        return sql.list("select * from mail_reconciliation order by id desc limit ?", this::view, limit);
    }

    Optional<MailReconciliationView> find(long id) {
        return sql.first("select * from mail_reconciliation where id = ?", this::view, id);
    }

    MailReconciliationView withLines(MailReconciliationView bare) {
        List<MailReconciliationLine> lines = sql.list(
                "select * from mail_reconciliation_line where reconciliation_id = ? order by position",
                row -> new MailReconciliationLine(
                        row.constant("kind", MailReconciliationKind.class),
                        row.text("mailbox"),
                        row.numberOrNull("inbound_id"),
                        row.text("sender"),
                        row.text("subject"),
                        row.instant("at")),
                bare.id());
        return new MailReconciliationView(
                bare.id(),
                bare.since(),
                bare.madeAt(),
                bare.handedOver(),
                bare.onTicket(),
                bare.quarantined(),
                bare.refused(),
                bare.own(),
                bare.waiting(),
                bare.difference(),
                bare.unreachable(),
                lines);
    }

    private MailReconciliationView view(Row row) {
        return new MailReconciliationView(
                row.number("id"),
                row.instant("since"),
                row.instant("made_at"),
                row.number("handed_over"),
                row.number("on_ticket"),
                row.number("quarantined"),
                row.number("refused"),
                row.number("own"),
                row.number("waiting"),
                row.number("difference"),
                row.text("unreachable"),
                List.of());
    }
}
