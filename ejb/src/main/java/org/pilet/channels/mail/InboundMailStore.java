package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class InboundMailStore {

    private static final String OUTCOME =
            "select i.*, t.number as ticket_number from inbound_mail i left join ticket t" + " on t.id = i.ticket_id ";
    private static final String VIEW = "select i.*, t.number as ticket_number, m.address as mailbox, p.name as"
            + " decided_by_name from inbound_mail i join mailbox m on m.id = i.mailbox_id left join ticket t on t.id ="
            + " i.ticket_id left join person p on p.id = i.decided_by ";

    @Inject
    private Sql sql;

    InboundMailStore() {}

    InboundMailStore(Sql sql) {
        this.sql = sql;
    }

    /** A mail to be decided. */
    record Pending(long id, long mailboxId, long queueId, String mailbox, long rawBlobId, String dedupKey) {}

    /** What is entered for a new mail. */
    record Entry(
            long mailboxId,
            String dedupKey,
            long rawBlobId,
            long size,
            Instant receivedAt,
            String sender,
            String subject,
            InboundState state,
            String decision,
            String reason,
            Instant dueAt) {}

    Optional<InboundOutcome> byDedupKey(long mailboxId, String dedupKey) {
        return sql.first(
                OUTCOME + "where i.mailbox_id = ? and i.dedup_key = ?", InboundMailStore::outcome, mailboxId, dedupKey);
    }

    /** Rivals with the same mail wait here for each other until their transactions end. */
    void lockKey(long mailboxId, String dedupKey) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, ?))", row -> true, dedupKey, mailboxId);
    }

    long add(Entry entry) {
        return sql.number(
                "insert into inbound_mail (id, mailbox_id, dedup_key, raw_blob_id, size, received_at, sender, subject,"
                        + " state, decision, reason, due_at, decided_at) values (nextval('inbound_mail_seq'), ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?) returning id as value",
                entry.mailboxId(),
                entry.dedupKey(),
                entry.rawBlobId(),
                entry.size(),
                entry.receivedAt(),
                entry.sender(),
                entry.subject(),
                entry.state(),
                entry.decision(),
                entry.reason(),
                entry.dueAt(),
                entry.state() == InboundState.STORED ? null : entry.receivedAt());
    }

    /** Locks a mail that is still to be decided; empty if it is decided or another node is at it. */
    Optional<Pending> lockPending(long id) {
        return sql.first(
                "select i.id, i.mailbox_id, m.queue_id, m.address, i.raw_blob_id, i.dedup_key from inbound_mail i join"
                        + " mailbox m on m.id = i.mailbox_id where i.id = ? and i.state = 'STORED' for update of i skip"
                        + " locked",
                row -> new Pending(
                        row.number("id"),
                        row.number("mailbox_id"),
                        row.number("queue_id"),
                        row.text("address"),
                        row.number("raw_blob_id"),
                        row.text("dedup_key")),
                id);
    }

    List<Long> due(Instant now, int limit) {
        return sql.list(
                "select id from inbound_mail where state = 'STORED' and due_at <= ? order by due_at limit ?",
                row -> row.number("id"),
                now,
                limit);
    }

    InboundOutcome outcome(long id) {
        return sql.first(OUTCOME + "where i.id = ?", InboundMailStore::outcome, id)
                .orElseThrow();
    }

    /** Enters what was decided; answers how the mail stands then, empty if somebody else has decided it. */
    Optional<InboundOutcome> decided(
            long id, InboundState state, String decision, String reason, Long ticketId, Long messageId, Instant now) {
        return sql.first(
                "update inbound_mail i set state = ?, decision = ?, reason = ?, ticket_id = ?, message_id = ?, decided_at"
                        + " = ?, due_at = null, last_error = null where id = ? and state = 'STORED' returning i.*,"
                        + " (select t.number from ticket t where t.id = i.ticket_id) as ticket_number",
                InboundMailStore::outcome,
                state,
                decision,
                reason,
                ticketId,
                messageId,
                now,
                id);
    }

    int attempts(long id) {
        return (int) sql.number("select attempts as value from inbound_mail where id = ?", id);
    }

    void again(long id, String error, Instant dueAt) {
        sql.update(
                "update inbound_mail set attempts = attempts + 1, last_error = ?, due_at = ? where id = ? and state ="
                        + " 'STORED'",
                error,
                dueAt,
                id);
    }

    void quarantine(long id, String decision, String reason, String error, Instant now) {
        sql.update(
                "update inbound_mail set state = 'QUARANTINED', decision = ?, reason = ?, last_error = ?, attempts ="
                        + " attempts + 1, decided_at = ?, due_at = null where id = ? and state = 'STORED'",
                decision,
                reason,
                error,
                now,
                id);
    }

    /** Puts a quarantined mail back among the undecided; false if it is not in quarantine. */
    boolean release(long id, Instant now) {
        return sql.update(
                        "update inbound_mail set state = 'STORED', attempts = 0, due_at = ?, decision = null, reason ="
                                + " null where id = ? and state = 'QUARANTINED'",
                        now,
                        id)
                > 0;
    }

    boolean dismiss(long id, String reason, Long byPersonId, Instant now) {
        return sql.update(
                        "update inbound_mail set state = 'IGNORED', decision = 'DISMISSED', reason = ?, decided_by = ?,"
                                + " decided_at = ? where id = ? and state = 'QUARANTINED'",
                        reason,
                        byPersonId,
                        now,
                        id)
                > 0;
    }

    /** Whether another mailbox has brought exactly this mail to that ticket. */
    boolean isOnTicket(String dedupKey, long ticketId) {
        return sql.first(
                        "select 1 from inbound_mail where dedup_key = ? and ticket_id = ? and state = 'DONE'",
                        row -> true,
                        dedupKey,
                        ticketId)
                .isPresent();
    }

    /** How many mails of that sender have come to the ticket since then. */
    long countOnTicket(long ticketId, String sender, Instant since) {
        return sql.number(
                "select count(*) as value from inbound_mail where ticket_id = ? and sender = ? and received_at >= ?",
                ticketId,
                sender,
                since);
    }

    List<InboundMailView> page(InboundState state, long beforeId, int limit) {
        return sql.list(
                VIEW + "where (?::text is null or i.state = ?) and i.id < ? order by i.id desc limit ?",
                InboundMailStore::view,
                state,
                state,
                beforeId,
                limit);
    }

    Optional<InboundMailView> view(long id) {
        return sql.first(VIEW + "where i.id = ?", InboundMailStore::view, id);
    }

    Optional<Long> rawBlob(long id) {
        return sql.first("select raw_blob_id from inbound_mail where id = ?", row -> row.number("raw_blob_id"), id);
    }

    private static InboundOutcome outcome(Row row) {
        return new InboundOutcome(
                row.number("id"),
                row.constant("state", InboundState.class),
                row.text("decision"),
                row.text("reason"),
                row.numberOrNull("ticket_id"),
                row.text("ticket_number"),
                row.numberOrNull("message_id"),
                false);
    }

    private static InboundMailView view(Row row) {
        return new InboundMailView(
                row.number("id"),
                row.text("mailbox"),
                row.instant("received_at"),
                row.text("sender"),
                row.text("subject"),
                row.number("size"),
                row.constant("state", InboundState.class),
                row.text("decision"),
                row.text("reason"),
                row.numberOrNull("ticket_id"),
                row.text("ticket_number"),
                row.numberOrNull("message_id"),
                row.integer("attempts"),
                row.text("last_error"),
                row.instant("decided_at"),
                row.text("decided_by_name"));
    }
}
