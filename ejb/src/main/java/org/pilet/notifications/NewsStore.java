package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class NewsStore {

    private static final String SEES =
            "(exists (select 1 from team_member m join queue_grant g on g.team_id = m.team_id"
                    + " where m.person_id = p.id and g.queue_id = t.queue_id) or exists (select 1 from account_role a where"
                    + " a.person_id = p.id and a.role = 'ADMINISTRATOR'))";

    /** Only staff who may still see the ticket's queue are told, and nobody of what they did themselves. */
    private static final String WRITE = "insert into notice (id, person_id, kind, ticket_id, message_id, actor_id,"
            + " detail, at, in_page, by_mail, in_digest) select nextval('notice_seq'), p.id, ?, t.id, ?::bigint, ?::bigint,"
            + " ?, ?, coalesce(c.in_page, ?), coalesce(c.by_mail, ?), coalesce(c.in_digest, false) from ticket t join"
            + " person p on %s left join lateral (select * from notice_choice h where h.person_id = p.id and h.kind = ?"
            + " and (h.queue_id is null or h.queue_id = t.queue_id) order by h.queue_id nulls last limit 1) c on true where t.id = ? and p.active"
            + " and p.kind = 'AGENT' and p.id is distinct from ?::bigint and (coalesce(c.in_page, ?) or"
            + " coalesce(c.by_mail, ?) or coalesce(c.in_digest, false)) and " + SEES
            + " returning id, person_id, in_page, by_mail, in_digest";

    private static final String OWNER = "p.id = t.owner_id";
    private static final String WATCHERS =
            "p.id in (select w.person_id from ticket_watcher w where w.ticket_id = t.id) and p.id is distinct from"
                    + " t.owner_id";
    private static final String TEAM = "p.id in (select m.person_id from team_member m join queue q on q.team_id ="
            + " m.team_id where q.id = t.queue_id)";

    private static final String TEAM_OF_NOBODYS =
            TEAM + " and t.owner_id is null and p.id not in (select w.person_id from"
                    + " ticket_watcher w where w.ticket_id = t.id)"; // who follows it is told of that

    @Inject
    private Sql sql;

    /** What happened, and to what. */
    record Happened(NewsKind kind, long ticketId, Long messageId, Long actorId, String detail, Instant at) {}

    /** What was written for whom. */
    record Written(long id, long personId, boolean inPage, boolean byMail, boolean inDigest) {}

    List<Written> toOwner(Happened news) {
        return write(news, OWNER);
    }

    List<Written> toWatchers(Happened news) {
        return write(news, WATCHERS);
    }

    List<Written> toTeam(Happened news) {
        return write(news, TEAM);
    }

    /** Of tickets that somebody owns, it concerns the owner. */
    List<Written> toTeamOfNobodys(Happened news) {
        return write(news, TEAM_OF_NOBODYS);
    }

    List<Written> to(long personId, Happened news) {
        return write(news, "p.id = " + personId); // a number, and no placeholder may stand before the others
    }

    List<Written> toMembers(long teamId, Happened news) {
        return write(news, "p.id in (select m.person_id from team_member m where m.team_id = " + teamId + ")");
    }

    private List<Written> write(Happened news, String whom) {
        return sql.list(
                WRITE.formatted(whom),
                row -> new Written(
                        row.number("id"),
                        row.number("person_id"),
                        row.flag("in_page"),
                        row.flag("by_mail"),
                        row.flag("in_digest")),
                news.kind(),
                news.messageId(),
                news.actorId(),
                news.detail(),
                news.at(),
                news.kind().isInPage(),
                news.kind().isByMail(),
                news.kind(),
                news.ticketId(),
                news.actorId(),
                news.kind().isInPage(),
                news.kind().isByMail());
    }

    /** The newest first, from below an id on; of tickets that may still be seen. */
    List<NewsItem> page(long personId, Collection<Long> queueIds, Long before, int size) {
        return sql.list(
                "select n.*, t.number, t.subject, a.name as actor_name, left(m.body_text, 300) as note from notice n join"
                        + " ticket t on t.id = n.ticket_id left join person a on a.id = n.actor_id left join message m"
                        + " on m.id = n.message_id and n.kind in ('ASSIGNED', 'TRANSFERRED', 'OWN_MESSAGE', 'WATCHED_MESSAGE',"
                        + " 'TEAM_MESSAGE', 'TEAM_NEW') where n.person_id = ? and n.in_page and"
                        + " n.id < ? and (? or t.queue_id = any(?::bigint[])) order by n.id desc limit ?",
                NewsStore::item,
                personId,
                before == null ? Long.MAX_VALUE : before,
                queueIds == null,
                queueIds == null ? List.of() : queueIds,
                size);
    }

    /** Of tickets that may still be seen, as {@link #page} shows them. */
    long unread(long personId, Collection<Long> queueIds) {
        return sql.number(
                "select count(*) as value from (select 1 from notice n join ticket t on t.id = n.ticket_id where n.person_id"
                        + " = ? and n.in_page and n.read_at is null and (? or t.queue_id = any(?::bigint[])) limit 100)"
                        + " unread",
                personId,
                queueIds == null,
                queueIds == null ? List.of() : queueIds);
    }

    void read(long personId, Long id, Instant now) {
        sql.update(
                "update notice set read_at = ? where person_id = ? and read_at is null and (?::bigint is null or id = ?)",
                now,
                personId,
                id,
                id);
    }

    void readOn(long personId, long ticketId, Instant now) {
        sql.update(
                "update notice set read_at = ? where ticket_id = ? and person_id = ? and read_at is null",
                now,
                ticketId,
                personId);
    }

    /** What somebody has chosen for a queue, or with null for all. */
    List<NewsChoice> choices(long personId, Long queueId) {
        return sql.list(
                "select * from notice_choice where person_id = ? and queue_id is not distinct from ?::bigint",
                row -> new NewsChoice(
                        row.constant("kind", NewsKind.class),
                        row.flag("in_page"),
                        row.flag("by_mail"),
                        row.flag("in_digest")),
                personId,
                queueId);
    }

    /** The queues for which somebody has chosen otherwise than for all. */
    List<Long> exceptions(long personId) {
        return sql.list(
                "select distinct queue_id from notice_choice where person_id = ? and queue_id is not null order by"
                        + " queue_id",
                row -> row.number("queue_id"),
                personId);
    }

    void asForAll(long personId, long queueId) {
        sql.update("delete from notice_choice where person_id = ? and queue_id = ?", personId, queueId);
    }

    /** No mails of a kind any more, of whichever queue. */
    void leaveMails(long personId, NewsKind kind) {
        sql.update("update notice_choice set by_mail = false where person_id = ? and kind = ?", personId, kind);
        sql.update(
                "insert into notice_choice (person_id, kind, in_page, by_mail, in_digest) values (?, ?, ?, false, false) on"
                        + " conflict (person_id, kind, coalesce(queue_id, 0)) do nothing",
                personId,
                kind,
                kind.isInPage());
    }

    void choose(long personId, Long queueId, NewsChoice choice) {
        sql.update(
                "insert into notice_choice (person_id, queue_id, kind, in_page, by_mail, in_digest) values (?, ?::bigint, ?, ?, ?,"
                        + " ?) on conflict (person_id, kind, coalesce(queue_id, 0)) do update set in_page ="
                        + " excluded.in_page, by_mail = excluded.by_mail, in_digest = excluded.in_digest",
                personId,
                queueId,
                choice.kind(),
                choice.inPage(),
                choice.byMail(),
                choice.inDigest());
    }

    void leaveDigest(long personId) {
        sql.update("update notice_choice set in_digest = false where person_id = ?", personId);
    }

    void leaveReport(long personId) {
        sql.update("delete from report_subscription where person_id = ?", personId);
    }

    boolean wantsMail(long personId, NewsKind kind, long ticketId) {
        return sql.first(
                        "select c.by_mail from notice_choice c where c.person_id = ? and c.kind = ? and (c.queue_id is null"
                                + " or c.queue_id = (select t.queue_id from ticket t where t.id = ?)) order by c.queue_id"
                                + " nulls last limit 1",
                        row -> row.flag("by_mail"),
                        personId,
                        kind,
                        ticketId)
                .orElse(kind.isByMail());
    }

    /** The zone of a person and the hours in which they want quiet, as they were kept. */
    Rest rest(long personId) {
        return sql.first(
                        "select p.zone, s.value from person p left join person_setting s on s.person_id = p.id and s.key ="
                                + " 'quiet' where p.id = ?",
                        row -> new Rest(row.text("zone"), row.text("value")),
                        personId)
                .orElse(new Rest("UTC", null));
    }

    boolean isOrdered(String key) {
        return sql.number("select count(*) as value from outbox where kind = 'notify' and dedup_key = ?", key) > 0;
    }

    record Rest(String zone, String quiet) {}

    /** Whether somebody still works here and may still see the ticket: a mail may have waited for long. */
    boolean maySee(long personId, long ticketId) {
        return sql.number(
                        "select count(*) as value from ticket t join person p on p.id = ? where t.id = ? and p.active and "
                                + SEES,
                        personId,
                        ticketId)
                > 0;
    }

    /** What is to go into somebody's next digest, and is in it from now on; only of tickets that they may still see. */
    List<NewsItem> digest(long personId) {
        return sql.list(
                "with d as (update notice set digested = true where person_id = ? and in_digest and not digested"
                        + " returning *) select d.*, t.number, t.subject, a.name as actor_name, null::text as note from d"
                        + " join ticket t on t.id = d.ticket_id join person p on p.id = d.person_id left join person a on a.id ="
                        + " d.actor_id where p.active and " + SEES + " order by d.id",
                NewsStore::item,
                personId);
    }

    private static NewsItem item(Row row) {
        return new NewsItem(
                row.number("id"),
                row.constant("kind", NewsKind.class),
                row.number("ticket_id"),
                row.text("number"),
                row.text("subject"),
                row.numberOrNull("message_id"),
                row.text("actor_name"),
                row.text("detail"),
                row.text("note"),
                row.instant("at"),
                row.instant("read_at") != null);
    }
}
