package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class SharedDraftStore {

    private static final String SHOWN = " d.state in ('OPEN', 'APPROVED') ";

    private static final String VIEW = "select d.*, d.reply::text as reply_text, t.number, t.subject, a.name as"
            + " author_name, coalesce(r.name, m.name) as reviewer_name, p.name as approved_name from shared_draft d join"
            + " ticket t on t.id = d.ticket_id join person a on a.id = d.author_id left join person r on r.id ="
            + " d.reviewer_id left join team m on m.id = d.team_id left join person p on p.id = d.approved_by where";

    @Inject
    private Sql sql;

    /** Shows it; one that this person has taken up and not sent is shown again, with what was said about it. */
    long show(Reply reply, long authorId, Long reviewerId, Long teamId, Instant now) {
        Optional<Long> before = sql.first(
                "select id from shared_draft where ticket_id = ? and (state = 'TAKEN' and taken_by = ? or state in"
                        + " ('OPEN', 'APPROVED') and author_id = ?) order by id desc limit 1",
                row -> row.number("id"),
                reply.ticketId(),
                authorId,
                authorId);
        if (before.isPresent()) {
            sql.update(
                    "update shared_draft set state = 'OPEN', author_id = ?, reviewer_id = ?, team_id = ?, reply ="
                            + " ?::jsonb, approved_by = null, taken_by = null, shared_at = ? where id = ?",
                    authorId,
                    reviewerId,
                    teamId,
                    ReplyJson.write(reply),
                    now,
                    before.get());
            return before.get();
        }
        return sql.first(
                        "insert into shared_draft (id, ticket_id, author_id, reviewer_id, team_id, reply, shared_at) values"
                                + " (nextval('shared_draft_seq'), ?, ?, ?, ?, ?::jsonb, ?) returning id",
                        row -> row.number("id"),
                        reply.ticketId(),
                        authorId,
                        reviewerId,
                        teamId,
                        ReplyJson.write(reply),
                        now)
                .orElseThrow();
    }

    /** Held until the end of the transaction, while it is shown. */
    Optional<SharedDraft> lock(long id) {
        return sql.first(
                "select d.*, d.reply::text as reply_text from shared_draft d where d.id = ? and" + SHOWN + "for update",
                SharedDraftStore::draft,
                id);
    }

    /** The one that is shown on the ticket by somebody else. */
    Optional<String> others(long ticketId, long personId) {
        return sql.first(
                "select p.name from shared_draft d join person p on p.id = d.author_id where d.ticket_id = ? and"
                        + " d.author_id <> ? and" + SHOWN,
                row -> row.text("name"),
                ticketId,
                personId);
    }

    List<SharedDraftView> on(long ticketId) {
        return sql.list(VIEW + SHOWN + "and d.ticket_id = ?", this::view, ticketId);
    }

    /** Those that wait for this person or one of their teams, the longest waiting first; not their own. */
    List<SharedDraftView> waitingFor(long personId, Collection<Long> teamIds, Collection<Long> queueIds) {
        return sql.list(
                VIEW + " d.state = 'OPEN' and d.author_id <> ? and (d.reviewer_id = ? or d.team_id = any(?::bigint[]))"
                        + " and (?::bigint[] is null or t.queue_id = any(?::bigint[])) order by d.shared_at, d.id limit"
                        + " 100",
                this::view,
                personId,
                personId,
                teamIds,
                queueIds,
                queueIds);
    }

    void comment(long id, long personId, String text, Instant now) {
        sql.update(
                "insert into shared_draft_comment (id, draft_id, person_id, text, at) values"
                        + " (nextval('shared_draft_comment_seq'), ?, ?, ?, ?)",
                id,
                personId,
                text,
                now);
    }

    void approve(long id, long personId) {
        sql.update("update shared_draft set state = 'APPROVED', approved_by = ? where id = ?", personId, id);
    }

    void take(long id, long personId) {
        sql.update("update shared_draft set state = 'TAKEN', taken_by = ? where id = ?", personId, id);
    }

    /** Whoever has taken one up has answered. */
    void sent(long ticketId, Long personId) {
        sql.update(
                "update shared_draft set state = 'SENT' where ticket_id = ? and taken_by = ? and state = 'TAKEN'",
                ticketId,
                personId);
    }

    private static SharedDraft draft(Row row) {
        long ticketId = row.number("ticket_id");
        return new SharedDraft(
                row.number("id"), ticketId, row.number("author_id"), ReplyJson.read(ticketId, row.text("reply_text")));
    }

    private SharedDraftView view(Row row) {
        Reply reply = draft(row).reply();
        return new SharedDraftView(
                row.number("id"),
                row.number("ticket_id"),
                row.text("number"),
                row.text("subject"),
                row.number("author_id"),
                row.text("author_name"),
                row.numberOrNull("reviewer_id"),
                row.numberOrNull("team_id"),
                row.text("reviewer_name"),
                Words.of(null, reply.html()).text(),
                reply.to(),
                reply.cc(),
                reply.attachments().stream().map(NewAttachment::name).toList(),
                reply.statusAfter(),
                row.text("approved_name"),
                row.instant("shared_at"),
                comments(row.number("id")));
    }

    private List<SharedDraftView.Comment> comments(long id) {
        return sql.list(
                "select p.name, c.text, c.at from shared_draft_comment c join person p on p.id = c.person_id where"
                        + " c.draft_id = ? order by c.id",
                row -> new SharedDraftView.Comment(row.text("name"), row.text("text"), row.instant("at")),
                id);
    }
}
