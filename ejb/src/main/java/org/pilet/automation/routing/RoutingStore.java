package org.pilet.automation.routing;

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
import java.util.stream.Stream;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Channel;

@Dependent
class RoutingStore {

    private static final String OF_MEDIUM =
            "(case t.channel when 'CHAT' then 'CHAT' when 'PHONE' then 'CALL' else 'TICKET' end)";

    private static final String NOT_RESERVED =
            " and not exists (select 1 from ticket_reservation r where r.ticket_id =" + " t.id and r.until_at > ?)";

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

    /** The ticket that this person has reserved and not yet taken. */
    Optional<Long> reservedFor(long personId, Instant now) {
        return sql.first(
                "select r.ticket_id from ticket_reservation r join ticket t on t.id = r.ticket_id where r.person_id = ?"
                        + " and r.until_at > ? and t.owner_id is null and t.status in ('NEW', 'OPEN') limit 1",
                row -> row.number("ticket_id"),
                personId,
                now);
    }

    /** The next ticket of these queues that is nobody's, held until the transaction ends. */
    Optional<Long> next(Collection<Long> queueIds, Ordering ordering, Instant now) {
        return sql.first(
                "select t.id from ticket t where t.owner_id is null and t.status in ('NEW', 'OPEN') and t.queue_id ="
                        + " any(?::bigint[])" + NOT_RESERVED + " order by " + ordering.columns()
                        + " limit 1 for update of t skip locked",
                row -> row.number("id"),
                queueIds,
                now);
    }

    /**
     * The same over queues of both orders: each queue's own first one, and of these the most urgent, so that nobody jumps a
     * queue that serves as people come. While somebody is at the first one of such a queue, the queue waits for them.
     */
    Optional<Long> next(Collection<Long> byUrgency, Collection<Long> byArrival, Instant now) {
        return sql.first(
                "select t.id from ticket t where t.owner_id is null and t.status in ('NEW', 'OPEN') and (t.queue_id ="
                        + " any(?::bigint[]) or t.id in (select distinct on (t.queue_id) t.id from ticket t where"
                        + " t.owner_id is null and t.status in ('NEW', 'OPEN') and t.queue_id = any(?::bigint[])"
                        + NOT_RESERVED + " order by t.queue_id, " + Ordering.ARRIVAL.columns() + "))" + NOT_RESERVED
                        + " order by " + Ordering.URGENCY.columns() + " limit 1 for update of t skip locked",
                row -> row.number("id"),
                byUrgency,
                byArrival,
                now,
                now);
    }

    /** False when somebody else was quicker, of which the look for the next ticket may not have known. */
    boolean reserve(long ticketId, long personId, Instant now, Instant until) {
        return sql.update(
                        "insert into ticket_reservation (ticket_id, person_id, until_at) values (?, ?, ?) on conflict"
                                + " (ticket_id) do update set person_id = excluded.person_id, until_at ="
                                + " excluded.until_at where ticket_reservation.until_at <= ? or"
                                + " ticket_reservation.person_id = excluded.person_id",
                        ticketId,
                        personId,
                        until,
                        now)
                > 0;
    }

    /** Asked once its row is held: whether somebody has reserved it meanwhile. */
    boolean reserved(long ticketId, Instant now) {
        return sql.number(
                        "select count(*) as value from ticket_reservation where ticket_id = ? and until_at > ?",
                        ticketId,
                        now)
                > 0;
    }

    void release(long ticketId, long personId) {
        sql.update("delete from ticket_reservation where ticket_id = ? and person_id = ?", ticketId, personId);
    }

    List<QueueRouting> queues() {
        return sql.list(
                "select q.id, q.name, coalesce(r.active, false) as active, coalesce(r.strategy, 'LEAST_LOADED') as"
                        + " strategy, coalesce(r.ordering, 'URGENCY') as ordering, coalesce(r.languages, false) as"
                        + " languages, (select string_agg(s.skill_id || ':' || s.level, ',') from routing_queue_skill s"
                        + " where s.queue_id = q.id) as skills from queue q left join routing_queue r on r.queue_id ="
                        + " q.id where q.active order by q.name",
                row -> new QueueRouting(
                        row.number("id"),
                        row.text("name"),
                        row.flag("active"),
                        row.constant("strategy", Strategy.class),
                        row.constant("ordering", Ordering.class),
                        row.flag("languages"),
                        skills(row.text("skills"))));
    }

    void save(QueueRouting queue) {
        sql.update(
                "insert into routing_queue (queue_id, active, strategy, ordering, languages) values (?, ?, ?, ?, ?) on"
                        + " conflict (queue_id) do update set active = excluded.active, strategy = excluded.strategy,"
                        + " ordering = excluded.ordering, languages = excluded.languages",
                queue.queueId(),
                queue.active(),
                queue.strategy(),
                queue.ordering(),
                queue.languages());
        sql.update("delete from routing_queue_skill where queue_id = ?", queue.queueId());
        for (QueueRouting.SkillLevel each : queue.skills()) {
            sql.update(
                    "insert into routing_queue_skill (queue_id, skill_id, level) values (?, ?, ?)",
                    queue.queueId(),
                    each.skillId(),
                    each.level());
        }
    }

    List<AgentRouting> agents(Instant now) {
        return sql.list(
                "select p.id, p.name, coalesce(a.active, true) as active, a.calendar_id, coalesce(a.weight, 1) as"
                        + " weight, coalesce(a.most_tickets, 15) as most_tickets, coalesce(a.most_chats, 3) as"
                        + " most_chats, coalesce(a.most_calls, 1) as most_calls, (select string_agg(l.language, ',')"
                        + " from person_language l where l.person_id = p.id) as languages, (select"
                        + " string_agg(s.skill_id || ':' || s.level, ',') from person_skill s where s.person_id = p.id)"
                        + " as skills, exists (select 1 from routing_absence b where b.person_id = p.id and b.from_at"
                        + " <= ? and (b.until_at is null or b.until_at > ?)) as away from person p left join"
                        + " routing_agent a on a.person_id = p.id where p.active and p.kind = 'AGENT' and exists"
                        + " (select 1 from team_member m join queue_grant g on g.team_id = m.team_id where m.person_id"
                        + " = p.id and g.permission = 'WORK') order by p.name, p.id",
                row -> new AgentRouting(
                        row.number("id"),
                        row.text("name"),
                        row.flag("active"),
                        row.numberOrNull("calendar_id"),
                        row.integer("weight"),
                        row.integer("most_tickets"),
                        row.integer("most_chats"),
                        row.integer("most_calls"),
                        skills(row.text("skills")),
                        row.text("languages") == null
                                ? List.of()
                                : List.of(row.text("languages").split(",")),
                        row.flag("away")),
                now,
                now);
    }

    void save(AgentRouting agent) {
        sql.update(
                "insert into routing_agent (person_id, active, calendar_id, weight, most_tickets, most_chats,"
                        + " most_calls) values (?, ?, ?, ?, ?, ?, ?) on conflict (person_id) do update set active ="
                        + " excluded.active, calendar_id = excluded.calendar_id, weight = excluded.weight, most_tickets"
                        + " = excluded.most_tickets, most_chats = excluded.most_chats, most_calls ="
                        + " excluded.most_calls",
                agent.personId(),
                agent.active(),
                agent.calendarId(),
                agent.weight(),
                agent.mostTickets(),
                agent.mostChats(),
                agent.mostCalls());
        sql.update("delete from person_skill where person_id = ?", agent.personId());
        agent.skills()
                .forEach(each -> sql.update(
                        "insert into person_skill (person_id, skill_id, level) values (?, ?, ?)",
                        agent.personId(),
                        each.skillId(),
                        each.level()));
        sql.update("delete from person_language where person_id = ?", agent.personId());
        agent.languages()
                .forEach(language -> sql.update(
                        "insert into person_language (person_id, language) values (?, ?) on conflict do nothing",
                        agent.personId(),
                        language));
    }

    Map<Long, String> skillNames() {
        Map<Long, String> names = new LinkedHashMap<>();
        sql.list("select id, name from skill order by name", row -> names.put(row.number("id"), row.text("name")));
        return names;
    }

    long addSkill(String name) {
        return sql.number("insert into skill (id, name) values (nextval('skill_seq'), ?) returning id as value", name);
    }

    int removeSkill(long id) {
        return sql.update("delete from skill where id = ?", id);
    }

    List<Absence> absences(Long personId, Instant since) {
        return sql.list(
                "select a.*, p.name, r.name as replacement_name from routing_absence a join person p on p.id ="
                        + " a.person_id left join person r on r.id = a.replacement_id where (a.person_id = ? or"
                        + " ?::bigint is null) and (a.until_at is null or a.until_at >= ?) order by a.from_at desc,"
                        + " a.id desc limit 500",
                row -> new Absence(
                        row.number("id"),
                        row.number("person_id"),
                        row.text("name"),
                        row.constant("kind", Absence.Kind.class),
                        row.instant("from_at"),
                        row.instant("until_at"),
                        row.numberOrNull("replacement_id"),
                        row.text("replacement_name"),
                        row.text("reason")),
                personId,
                personId,
                since);
    }

    void add(long personId, Absence.Kind kind, Instant from, Instant until, Long replacementId, String reason) {
        sql.update(
                "insert into routing_absence (person_id, kind, from_at, until_at, replacement_id, reason) values (?, ?,"
                        + " ?, ?, ?, ?)",
                personId,
                kind,
                from,
                until,
                replacementId,
                reason);
    }

    int end(long personId, Absence.Kind kind, Instant now) {
        return sql.update(
                "update routing_absence set until_at = ? where person_id = ? and kind = ? and from_at <= ? and (until_at"
                        + " is null or until_at > ?)",
                now,
                personId,
                kind,
                now,
                now);
    }

    /** One that has not begun leaves no trace; one that has ends now. */
    int endAbsence(long id, Long personId, Instant now) {
        int unbegun = sql.update(
                "delete from routing_absence where id = ? and (person_id = ? or ?::bigint is null) and from_at > ?",
                id,
                personId,
                personId,
                now);
        return unbegun > 0
                ? unbegun
                : sql.update(
                        "update routing_absence set until_at = ? where id = ? and (person_id = ? or ?::bigint is null)"
                                + " and (until_at is null or until_at > ?)",
                        now,
                        id,
                        personId,
                        personId,
                        now);
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
        skills(row.text("skills")).forEach(each -> worker.skills.put(each.skillId(), each.level()));
        worker.languages.add(row.text("language"));
        if (row.text("languages") != null) {
            worker.languages.addAll(List.of(row.text("languages").split(",")));
        }
        return worker;
    }

    private static List<QueueRouting.SkillLevel> skills(String joined) {
        return joined == null
                ? List.of()
                : Stream.of(joined.split(","))
                        .map(each -> each.split(":"))
                        .map(each -> new QueueRouting.SkillLevel(Long.parseLong(each[0]), Integer.parseInt(each[1])))
                        .toList();
    }
}
