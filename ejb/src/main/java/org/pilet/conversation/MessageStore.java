package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pilet.platform.NotFound;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Channel;

@Dependent
class MessageStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    /** Written at once: its attachments refer to it by id, of which the order of writing knows nothing. */
    void add(Message message) {
        entities.persist(message);
        entities.flush();
    }

    void add(Attachment attachment) {
        entities.persist(attachment);
    }

    void flush() {
        entities.flush();
    }

    Message find(long id) {
        Message message = entities.find(Message.class, id);
        if (message == null) {
            throw new NotFound("message", id);
        }
        return message;
    }

    void takeAlong(long mergeId, long sourceId, long targetId) {
        sql.update(
                "insert into merged_message (merge_id, message_id) select ?, id from message where ticket_id = ?",
                mergeId,
                sourceId);
        sql.update("update message set ticket_id = ? where ticket_id = ?", targetId, sourceId);
    }

    void bringBack(long mergeId, long sourceId, long targetId) {
        sql.update(
                "update message set ticket_id = ? where ticket_id = ? and id in (select message_id from merged_message"
                        + " where merge_id = ?)",
                sourceId,
                targetId,
                mergeId);
        sql.update("delete from merged_message where merge_id = ?", mergeId);
    }

    /** A copy of the message and its files on another ticket, at the time when it was said. */
    long copy(long messageId, long ticketId) {
        long id = sql.number(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name, author_address,"
                        + " at, subject, body_text, body_html, language, automatic) select nextval('message_seq'),"
                        + " ?, visibility, origin, channel, author_id, author_name, author_address, at, subject,"
                        + " body_text, body_html, language, automatic from message where id = ? returning id as value",
                ticketId,
                messageId);
        sql.update(
                "insert into attachment (id, message_id, name, media_type, size, blob_id, content_id, inline) select"
                        + " nextval('attachment_seq'), ?, name, media_type, size, blob_id, content_id, inline from"
                        + " attachment where message_id = ?",
                id,
                messageId);
        return id;
    }

    long countOn(long ticketId) {
        return sql.number("select count(*) as value from message where ticket_id = ?", ticketId);
    }

    List<MessageView> thread(long ticketId, boolean internalToo) {
        Map<Long, List<AttachmentView>> files =
                attachments(ticketId).stream().collect(Collectors.groupingBy(AttachmentView::messageId));
        return sql.list(
                "select * from message where ticket_id = ? and (? or visibility = 'PUBLIC') order by at, id",
                row -> view(row, files.getOrDefault(row.number("id"), List.of()), internalToo),
                ticketId,
                internalToo);
    }

    Optional<MessageView> view(long id, boolean internalToo) {
        return sql.first(
                "select * from message where id = ? and (? or visibility = 'PUBLIC')",
                row -> view(row, attachmentsOf(id), internalToo),
                id,
                internalToo);
    }

    Optional<Long> ticketOf(long messageId) {
        return sql.first("select ticket_id from message where id = ?", row -> row.number("ticket_id"), messageId);
    }

    /** Message-IDs of the public thread, oldest first. */
    List<String> mailMessageIds(long ticketId, Instant before) {
        return sql.list(
                "select mail_message_id from message where ticket_id = ? and visibility = 'PUBLIC' and mail_message_id"
                        + " is not null and at < ? order by at, id",
                row -> row.text("mail_message_id"),
                ticketId,
                before);
    }

    String mailMessageId(long messageId) {
        return sql.first(
                        "select mail_message_id from message where id = ?",
                        row -> row.text("mail_message_id"),
                        messageId)
                .orElse(null);
    }

    /** Tickets on which messages with one of these Message-IDs stand, in the order of the given ids. */
    List<Long> ticketsByMailMessageIds(Collection<String> messageIds) {
        return sql.list(
                "select m.ticket_id from unnest(?) with ordinality as wanted(id, place) join message m on"
                        + " m.mail_message_id = wanted.id order by wanted.place",
                row -> row.number("ticket_id"),
                messageIds);
    }

    Optional<Long> byMailMessageId(String mailMessageId) {
        return sql.first(
                "select id from message where mail_message_id = ? order by id limit 1",
                row -> row.number("id"),
                mailMessageId);
    }

    /** A file with where it belongs. */
    record Located(AttachmentView view, long blobId, long ticketId, Visibility visibility) {}

    Optional<Located> attachment(long id) {
        return sql.first(
                "select a.*, m.ticket_id, m.visibility from attachment a join message m on m.id = a.message_id where"
                        + " a.id = ?",
                row -> new Located(
                        attachment(row),
                        row.number("blob_id"),
                        row.number("ticket_id"),
                        row.constant("visibility", Visibility.class)),
                id);
    }

    List<Located> filesOf(long messageId) {
        return sql.list(
                "select a.*, m.ticket_id, m.visibility from attachment a join message m on m.id = a.message_id where"
                        + " m.id = ? order by a.id",
                row -> new Located(
                        attachment(row),
                        row.number("blob_id"),
                        row.number("ticket_id"),
                        row.constant("visibility", Visibility.class)),
                messageId);
    }

    private List<AttachmentView> attachments(long ticketId) {
        return sql.list(
                "select a.* from attachment a join message m on m.id = a.message_id where m.ticket_id = ? order by"
                        + " a.id",
                MessageStore::attachment,
                ticketId);
    }

    private List<AttachmentView> attachmentsOf(long messageId) {
        return sql.list(
                "select * from attachment where message_id = ? order by id", MessageStore::attachment, messageId);
    }

    private static AttachmentView attachment(Row row) {
        return new AttachmentView(
                row.number("id"),
                row.number("message_id"),
                row.text("name"),
                row.text("media_type"),
                row.number("size"),
                row.text("content_id"),
                row.flag("inline"));
    }

    private static MessageView view(Row row, List<AttachmentView> files, boolean staff) {
        return new MessageView(
                row.number("id"),
                row.number("ticket_id"),
                row.constant("visibility", Visibility.class),
                row.constant("origin", Origin.class),
                row.constant("channel", Channel.class),
                row.numberOrNull("author_id"),
                row.text("author_name"),
                row.text("author_address"),
                row.instant("at"),
                row.text("subject"),
                row.text("body_text"),
                row.text("body_html"),
                row.text("language"),
                row.flag("automatic"),
                staff && row.flag("thanks"),
                row.text("recipients_to"),
                row.text("recipients_cc"),
                row.constant("delivery", Delivery.class),
                row.instant("delivered_at"),
                staff ? row.text("delivery_error") : null,
                staff ? row.text("why") : null,
                files);
    }
}
