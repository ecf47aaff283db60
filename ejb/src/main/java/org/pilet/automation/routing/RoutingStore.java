package org.pilet.automation.routing;

import static org.pilet.automation.routing.NextTicketStore.NOT_RESERVED;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Channel;

/** Tickets that wait to be given out, and to whom they can be given. */
@Dependent
class RoutingStore {

    private static final String OF_MEDIUM =
            "(case t.channel when 'CHAT' then 'CHAT' when 'PHONE' then 'CALL' else 'TICKET' end)";

    @Inject
    private Sql sql;

    RoutingStore() {}

    RoutingStore(Sql sql) {
        this.sql = sql;
    }

    /** A ticket that waits for an owner. */
    record Waiting(long id, long queueId, String language, Medium medium) {}

    /** Tickets to give out: of queues that do so, unless their rules have not been asked yet. */
    List<Long> waiting(Instant now, int limit) {
        return sql.list(
                "select t.id from ticket t join routing_queue q on q.queue_id = t.queue_id and q.active left join"
                        + " routing_stuck s on s.ticket_id = t.id where t.owner_id is null and t.status in ('NEW',"
                        + " 'OPEN') and (s.next_at is null or s.next_at <= ?)" + NOT_RESERVED
                        + " and not exists (select 1 from outbox o where o.kind = 'automation.event' and o.dedup_key ="
                        + " 'opened:' || t.id and o.state = 'WAITING') order by array_position(array['URGENT', 'HIGH',"
                        + " 'NORMAL', 'LOW'], t.priority), t.created_at, t.id limit ?",
                row -> row.number("id"),
                now,
                now,
                limit);
    }

    /** Holds the ticket until the transaction ends; empty when it waits no more or somebody else holds it. */
    Optional<Waiting> hold(long ticketId, Instant now) {
        return sql.first(
                "select t.id, t.queue_id, t.language, t.channel from ticket t where t.id = ? and t.owner_id is null and"
                        + " t.status in ('NEW', 'OPEN')" + NOT_RESERVED + " for update of t skip locked",
                row -> new Waiting(
                        row.number("id"),
                        row.number("queue_id"),
                        row.text("language"),
                        Medium.of(row.constant("channel", Channel.class))),
                ticketId,
                now);
    }

    /** Who may work the queue, by id, with absences at that instant. */
    Map<Long, Worker> workers(long queueId, Instant now) {
        sql.update(
                "insert into routing_agent (person_id) select distinct m.person_id from team_member m join queue_grant g"
                        + " on g.team_id = m.team_id where g.queue_id = ? and g.permission = 'WORK' and not exists"
                        + " (select 1 from routing_agent a where a.person_id = m.person_id) order by 1 on conflict do"
                        + " nothing",
                queueId);
        Map<Long, Worker> workers = new LinkedHashMap<>();
        sql.list(
                "select distinct p.id, p.name, p.language, a.active, a.calendar_id, a.weight, a.most_tickets,"
                        + " a.most_chats, a.most_calls, (select string_agg(l.language, ',') from person_language l"
                        + " where l.person_id = p.id) as languages, (select string_agg(s.skill_id || ':' || s.level,"
                        + " ',') from person_skill s where s.person_id = p.id) as skills from person p join team_member"
                        + " m on m.person_id = p.id join queue_grant g on g.team_id = m.team_id join routing_agent a on"
                        + " a.person_id = p.id where g.queue_id = ? and g.permission = 'WORK' and p.active order by"
                        + " p.id",
                row -> workers.put(row.number("id"), worker(row)),
                queueId);
        sql.list(
                "select distinct on (person_id) person_id, kind, replacement_id from routing_absence where person_id ="
                        + " any(?::bigint[]) and from_at <= ? and (until_at is null or until_at > ?) order by"
                        + " person_id, kind, id desc",
                row -> {
                    Worker worker = workers.get(row.number("person_id"));
                    worker.away = row.constant("kind", Absence.Kind.class);
                    worker.replacementId = row.numberOrNull("replacement_id");
                    return worker;
                },
                workers.keySet(),
                now,
                now);
        return workers;
    }

    /** Holds these agents' rows until the transaction ends, in the same order for everybody. */
    void hold(Collection<Long> personIds) {
        sql.list(
                "select person_id from routing_agent where person_id = any(?::bigint[]) order by person_id for update",
                row -> row.number("person_id"),
                personIds);
    }

    /** How many tickets of the medium each of them has to act on now, or has reserved. */
    Map<Long, Integer> loads(Collection<Long> personIds, Medium medium, Instant now) {
        Map<Long, Integer> loads = new HashMap<>();
        sql.list(
                "select person_id, count(*) as held from (select t.owner_id as person_id from ticket t where t.owner_id"
                        + " = any(?::bigint[]) and t.status in ('NEW', 'OPEN') and " + OF_MEDIUM + " = ? union all"
                        + " select r.person_id from ticket_reservation r join ticket t on t.id = r.ticket_id where"
                        + " r.person_id = any(?::bigint[]) and r.until_at > ? and t.owner_id is null and " + OF_MEDIUM
                        + " = ?) h group by person_id",
                row -> loads.put(row.number("person_id"), row.integer("held")),
                personIds,
                medium,
                personIds,
                now,
                medium);
        return loads;
    }

    /** Last turn and number of turns by person. */
    Map<Long, Candidate> turns(long queueId) {
        Map<Long, Candidate> turns = new HashMap<>();
        sql.list(
                "select * from routing_turn where queue_id = ?",
                row -> turns.put(
                        row.number("person_id"),
                        new Candidate(
                                row.number("person_id"), "", 0, 1, 1, row.instant("last_at"), row.number("turns"))),
                queueId);
        return turns;
    }

    void turn(long queueId, long personId, Instant at) {
        sql.update(
                "insert into routing_turn (queue_id, person_id, last_at, turns) values (?, ?, ?, 1) on conflict"
                        + " (queue_id, person_id) do update set last_at = excluded.last_at, turns = routing_turn.turns"
                        + " + 1",
                queueId,
                personId,
                at);
    }

    void log(Waiting ticket, Long personId, String why, Instant at) {
        sql.update(
                "insert into routing_log (ticket_id, queue_id, at, person_id, why) values (?, ?, ?, ?, ?)",
                ticket.id(),
                ticket.queueId(),
                at,
                personId,
                why);
    }

    /** Puts the ticket off; true the first time. */
    boolean stuck(long ticketId, Instant now, Duration pause) {
        boolean first = sql.update(
                        "insert into routing_stuck (ticket_id, since, next_at) values (?, ?, ?) on conflict do nothing",
                        ticketId,
                        now,
                        now.plus(pause))
                > 0;
        if (!first) {
            sql.update("update routing_stuck set next_at = ? where ticket_id = ?", now.plus(pause), ticketId);
        }
        return first;
    }

    void unstuck(long ticketId) {
        sql.update("delete from routing_stuck where ticket_id = ?", ticketId);
    }

    /** Asked once its row is held: whether somebody has reserved it meanwhile. */
    boolean reserved(long ticketId, Instant now) {
        return sql.number(
                        "select count(*) as value from ticket_reservation where ticket_id = ? and until_at > ?",
                        ticketId,
                        now)
                > 0;
    }

    List<RoutingDecision> decisions(Long ticketId, int limit) {
        return sql.list(
                "select l.*, t.number, p.name from routing_log l join ticket t on t.id = l.ticket_id left join person p"
                        + " on p.id = l.person_id where l.ticket_id = ? or ?::bigint is null order by l.id desc limit ?",
                row -> new RoutingDecision(
                        row.number("ticket_id"),
                        row.text("number"),
                        row.instant("at"),
                        row.numberOrNull("person_id"),
                        row.text("name"),
                        row.text("why")),
                ticketId,
                ticketId,
                limit);
    }

    private static Worker worker(Row row) {
        Worker worker = new Worker(
                row.number("id"),
                row.text("name"),
                row.flag("active"),
                row.numberOrNull("calendar_id"),
                row.integer("weight"),
                Map.of(
                        Medium.TICKET, row.integer("most_tickets"),
                        Medium.CHAT, row.integer("most_chats"),
                        Medium.CALL, row.integer("most_calls")));
        QueueRouting.SkillLevel.all(row.text("skills"))
                .forEach(each -> worker.skills.put(each.skillId(), each.level()));
        worker.languages.add(row.text("language"));
        if (row.text("languages") != null) {
            worker.languages.addAll(List.of(row.text("languages").split(",")));
        }
        return worker;
    }
}
