package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class RedactionStore {

    @Inject
    private Sql sql;

    /** Words that somebody has not sent yet. */
    record Unsent(long personId, String place, String html, String fields) {}

    /** An answer that the database keeps as a whole. */
    record Waiting(String table, long id, String reply) {}

    record Comment(long id, String text) {}

    /** The words of a message. */
    record Said(long id, String subject, String text, String html) {}

    /**
     * All of the ticket, since answers quote; copies of them on tickets that were split off; and the same mail where it came
     * to another ticket as well. Locked.
     */
    List<Said> lockAround(long ticketId) {
        return sql.list(
                "select m.id, m.subject, m.body_text, m.body_html from message m where m.id in (select id from message"
                        + " where ticket_id = ? union select c.id from message o join (select from_id as id from"
                        + " ticket_link where to_id = ? union select to_id from ticket_link where from_id = ?) l on true"
                        + " join message c on c.ticket_id = l.id and c.at = o.at and c.author_name = o.author_name and"
                        + " c.body_text = o.body_text where o.ticket_id = ? union select s.id from message o join message s"
                        + " on s.mail_message_id = o.mail_message_id where o.ticket_id = ?) order by m.id for update of m",
                RedactionStore::said,
                ticketId,
                ticketId,
                ticketId,
                ticketId,
                ticketId);
    }

    /** Unsent words of anybody on the ticket; locked. */
    List<Unsent> unsentOn(long ticketId) {
        return sql.list(
                "select person_id, place, body_html, fields::text as fields from unsent where place in (?, ?, ?) order by"
                        + " person_id, place for update",
                row -> new Unsent(
                        row.number("person_id"), row.text("place"), row.text("body_html"), row.text("fields")),
                "ticket/" + ticketId,
                "review/" + ticketId,
                "transfer/" + ticketId);
    }

    void blacken(Unsent draft) {
        sql.update(
                "update unsent set body_html = ?, fields = ?::jsonb, revision = revision + 1 where person_id = ? and place"
                        + " = ?",
                draft.html(),
                draft.fields(),
                draft.personId(),
                draft.place());
    }

    /** Answers of the ticket that wait, are shown for review, or went out: the latter are kept as they were ordered; locked. */
    List<Waiting> waitingOn(long ticketId) {
        List<Waiting> all = new ArrayList<>(sql.list(
                "select id, reply::text as reply from held_reply where ticket_id = ? order by id for update",
                row -> new Waiting("held_reply", row.number("id"), row.text("reply")),
                ticketId));
        all.addAll(sql.list(
                "select id, reply::text as reply from shared_draft where ticket_id = ? order by id for update",
                row -> new Waiting("shared_draft", row.number("id"), row.text("reply")),
                ticketId));
        return all;
    }

    void blacken(Waiting reply) {
        sql.update("update " + reply.table() + " set reply = ?::jsonb where id = ?", reply.reply(), reply.id());
    }

    /** What was said about answers shown on the ticket; locked. */
    List<Comment> commentsOn(long ticketId) {
        return sql.list(
                "select c.id, c.text from shared_draft_comment c join shared_draft d on d.id = c.draft_id where d.ticket_id"
                        + " = ? order by c.id for update of c",
                row -> new Comment(row.number("id"), row.text("text")),
                ticketId);
    }

    void blacken(Comment comment) {
        sql.update("update shared_draft_comment set text = ? where id = ?", comment.text(), comment.id());
    }

    void blacken(Said message) {
        sql.update(
                "update message set subject = ?, body_text = ?, body_html = ? where id = ?",
                message.subject(),
                message.text(),
                message.html(),
                message.id());
    }

    /** This file, and the same once more on its ticket or on the same mail elsewhere. */
    List<Long> filesLike(long blobId, long ticketId) {
        return sql.list(
                "select distinct a.blob_id from message o join message m on m.id = o.id or m.mail_message_id ="
                        + " o.mail_message_id join attachment a on a.message_id = m.id join blob b on b.id = a.blob_id join"
                        + " blob f on f.id = ? and f.sha256 = b.sha256 and f.size = b.size where o.ticket_id = ? order by"
                        + " a.blob_id",
                row -> row.number("blob_id"),
                blobId,
                ticketId);
    }

    /** Every message that has one of the files. */
    List<Long> messagesWith(List<Long> blobIds) {
        return sql.list(
                "select distinct message_id from attachment where blob_id = any(?::bigint[]) order by message_id",
                row -> row.number("message_id"),
                blobIds);
    }

    /** Removes the file from all messages and its bytes at once, or, where an answer waits with it, as soon as that is gone. */
    void removeFile(long blobId) {
        sql.update("delete from attachment where blob_id = ?", blobId);
        sql.update("delete from upload where blob_id = ?", blobId);
        sql.update(
                "insert into loose_blob (blob_id, since) values (?, to_timestamp(0)) on conflict (blob_id) do update set"
                        + " since = excluded.since",
                blobId);
        sql.update(
                "delete from blob b where b.id = ? and not exists (select 1 from waiting_reply_file w where w.blob_id ="
                        + " b.id)",
                blobId);
    }

    void record(long messageId, Instant at, Long personId, String what, String reason) {
        sql.update(
                "insert into redaction (id, message_id, at, person_id, what, reason) values (nextval('redaction_seq'), ?,"
                        + " ?, ?, ?, ?)",
                messageId,
                at,
                personId,
                what,
                reason);
    }

    List<RedactionView> of(long messageId) {
        return sql.list(
                "select r.at, p.name, r.what, r.reason from redaction r left join person p on p.id = r.person_id where"
                        + " r.message_id = ? order by r.id",
                row -> new RedactionView(row.instant("at"), row.text("name"), row.text("what"), row.text("reason")),
                messageId);
    }

    private static Said said(Row row) {
        return new Said(row.number("id"), row.text("subject"), row.text("body_text"), row.text("body_html"));
    }
}
