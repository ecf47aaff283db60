package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class HeldReplyStore {

    private static final String COLUMNS =
            " h.id, h.ticket_id, h.author_id, h.reply::text as reply, h.held_at, h.due_at, h.state, h.stopped_why ";

    @Inject
    private Sql sql;

    long add(long authorId, Reply reply, Instant now, Instant dueAt) {
        return sql.first(
                        "insert into held_reply (id, ticket_id, author_id, reply, held_at, due_at) values"
                                + " (nextval('held_reply_seq'), ?, ?, ?::jsonb, ?, ?) returning id",
                        row -> row.number("id"),
                        reply.ticketId(),
                        authorId,
                        ReplyJson.write(reply),
                        now,
                        dueAt)
                .orElseThrow();
    }

    /** For the one who sends it or takes it back: the other waits, and then finds it gone. */
    Optional<HeldReply> lock(long id) {
        return sql.first("select" + COLUMNS + "from held_reply h where h.id = ? for update", HeldReplyStore::held, id);
    }

    void mark(long id, String state, String why) {
        sql.update("update held_reply set state = ?, stopped_why = ? where id = ?", state, why, id);
    }

    List<HeldReplyView> on(long ticketId, Long personId) {
        return sql.list(
                "select" + COLUMNS + ", p.name from held_reply h join person p on p.id = h.author_id where h.ticket_id"
                        + " = ? and h.state in ('WAITING', 'STOPPED') order by h.due_at, h.id",
                row -> view(held(row), row.text("name"), personId),
                ticketId);
    }

    /** Whose answer, other than this person's, is about to go out on the ticket within the hold time. */
    Optional<String> othersGoingOut(long ticketId, long personId, Instant before) {
        return sql.first(
                "select p.name from held_reply h join person p on p.id = h.author_id where h.ticket_id = ? and"
                        + " h.author_id <> ? and h.state = 'WAITING' and h.due_at <= ? limit 1",
                row -> row.text("name"),
                ticketId,
                personId,
                before);
    }

    boolean customerWroteSince(long ticketId, Instant since) {
        return sql.number(
                        "select count(*) as value from message where ticket_id = ? and origin = 'CUSTOMER' and not"
                                + " automatic and at > ?",
                        ticketId,
                        since)
                > 0;
    }

    private static HeldReply held(Row row) {
        return new HeldReply(
                row.number("id"),
                row.number("ticket_id"),
                row.number("author_id"),
                ReplyJson.read(row.number("ticket_id"), row.text("reply")),
                row.instant("held_at"),
                row.instant("due_at"),
                row.text("state"),
                row.text("stopped_why"));
    }

    private static HeldReplyView view(HeldReply held, String author, Long personId) {
        String text = Words.of(null, held.reply().html()).text().replaceAll("\\s+", " ");
        return new HeldReplyView(
                held.id(),
                held.ticketId(),
                held.authorId(),
                author,
                held.reply().by(),
                text.length() > 300 ? text.substring(0, 300) : text,
                held.heldAt(),
                held.dueAt(),
                held.isStopped(),
                held.why(),
                personId != null && personId == held.authorId());
    }
}
