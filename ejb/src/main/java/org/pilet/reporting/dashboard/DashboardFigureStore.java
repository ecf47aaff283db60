package org.pilet.reporting.dashboard;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.pilet.platform.Sql;
import org.pilet.tickets.Status;

@Dependent
class DashboardFigureStore {

    private static final String OPEN = "t.status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED')";

    @Inject
    private Sql sql;

    DayWork work(long personId, LocalDate day, Instant from, Instant before) {
        return sql.first(
                        "select count(distinct e.ticket_id) as tickets, count(*) filter (where e.kind = 'REPLY_SENT') as"
                                + " replies, count(*) filter (where e.kind = 'NOTE_ADDED') as notes, count(*) filter"
                                + " (where e.kind = 'STATUS_CHANGED' and e.new_value in ('RESOLVED', 'CLOSED')) as"
                                + " resolved, count(*) filter (where e.kind = 'OPENED') as opened, (select"
                                + " coalesce(sum(x.minutes), 0) from time_entry x where x.person_id = ? and x.spent_on ="
                                + " ?::date) as minutes from ticket_event e where e.at >= ? and e.at < ? and e.kind in"
                                + " ('REPLY_SENT', 'NOTE_ADDED', 'STATUS_CHANGED', 'OPENED') and e.actor_id = ? and"
                                + " e.actor_kind = 'AGENT'",
                        row -> new DayWork(
                                row.number("tickets"),
                                row.number("replies"),
                                row.number("notes"),
                                row.number("resolved"),
                                row.number("opened"),
                                row.number("minutes")),
                        personId,
                        day.toString(),
                        from,
                        before,
                        personId)
                .orElseThrow();
    }

    List<Colleague> team(Collection<Long> teamIds, Collection<Long> queueIds, Instant now) {
        return sql.list(
                "select p.id, p.name, count(t.id) as open, count(t.id) filter (where t.status in ('NEW', 'OPEN')) as act,"
                        + " count(t.id) filter (where t.risk_at <= ?) as at_risk, exists (select 1 from routing_absence"
                        + " a where a.person_id = p.id and a.from_at <= ? and (a.until_at is null or a.until_at > ?)) as"
                        + " away from person p left join ticket t on t.owner_id = p.id and " + OPEN
                        + " and (? or t.queue_id = any(?::bigint[])) where p.active and p.id in (select m.person_id from"
                        + " team_member m where m.team_id = any(?::bigint[])) group by p.id, p.name order by open desc,"
                        + " p.name",
                row -> new Colleague(
                        row.number("id"),
                        row.text("name"),
                        row.number("open"),
                        row.number("act"),
                        row.number("at_risk"),
                        row.flag("away")),
                now,
                now,
                now,
                queueIds == null,
                queueIds == null ? List.of() : queueIds,
                teamIds);
    }

    /** What is open in each queue and those below it, as its list would show. */
    List<QueueDepth> queues(Collection<Long> queueIds, Instant now) {
        return sql.list(
                "with recursive tree as (select id as top, id from queue union select b.top, c.id from queue c join tree b"
                        + " on c.parent_id = b.id) select q.id, q.name, count(t.id) as open, count(t.id) filter (where"
                        + " t.owner_id is null) as unassigned, count(t.id) filter (where t.risk_at <= ?) as at_risk from"
                        + " queue q join tree on tree.top = q.id left join ticket t on t.queue_id = tree.id and (? or"
                        + " t.queue_id = any(?::bigint[])) and " + OPEN
                        + " where q.active and (? or q.id = any(?::bigint[])) group by q.id, q.name order by open desc,"
                        + " q.name",
                row -> new QueueDepth(
                        row.number("id"),
                        row.text("name"),
                        row.number("open"),
                        row.number("unassigned"),
                        row.number("at_risk")),
                now,
                queueIds == null,
                queueIds == null ? List.of() : queueIds,
                queueIds == null,
                queueIds == null ? List.of() : queueIds);
    }

    List<RecentTicket> recent(long personId, Collection<Long> queueIds, int most) {
        return sql.list(
                "select t.number, t.subject, t.status, r.name as requester, s.seen_at from ticket_seen s join ticket t"
                        + " on t.id = s.ticket_id join person r on r.id = t.requester_id where s.person_id = ? and (? or"
                        + " t.queue_id = any(?::bigint[])) and t.status <> 'DELETED' order by s.seen_at desc limit ?",
                row -> new RecentTicket(
                        row.text("number"),
                        row.text("subject"),
                        row.constant("status", Status.class),
                        row.text("requester"),
                        row.instant("seen_at")),
                personId,
                queueIds == null,
                queueIds == null ? List.of() : queueIds,
                most);
    }
}
