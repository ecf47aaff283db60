package org.pilet.automation.routing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.security.Caller;

@Dependent
class LoadStore {

    private static final int MOST = 100;

    @Inject
    private Sql sql;

    LoadStore() {}

    LoadStore(Sql sql) {
        this.sql = sql;
    }

    Map<Long, Absence.Kind> away(Collection<Long> personIds, Instant now) {
        Map<Long, Absence.Kind> away = new HashMap<>();
        sql.list(
                "select distinct on (person_id) person_id, kind from routing_absence where person_id ="
                        + " any(?::bigint[]) and from_at <= ? and (until_at is null or until_at > ?) order by"
                        + " person_id, kind, id desc",
                row -> away.put(row.number("person_id"), row.constant("kind", Absence.Kind.class)),
                personIds,
                now,
                now);
        return away;
    }

    Map<Long, Integer> reserved(Collection<Long> personIds, Instant now) {
        Map<Long, Integer> reserved = new HashMap<>();
        sql.list(
                "select r.person_id, count(*) as held from ticket_reservation r join ticket t on t.id = r.ticket_id where"
                        + " r.person_id = any(?::bigint[]) and r.until_at > ? and t.owner_id is null group by"
                        + " r.person_id",
                row -> reserved.put(row.number("person_id"), row.integer("held")),
                personIds,
                now);
        return reserved;
    }

    /**
     * A team's work.
     *
     * @param arriving tickets that came within the last four weeks
     * @param bookedMinutes on tickets that came within them
     * @param booked how many tickets these were
     */
    record TeamWork(long id, String name, long open, long unassigned, long arriving, long bookedMinutes, long booked) {}

    /** Of the teams whose queues the caller may see, by name. */
    List<TeamWork> teams(Caller caller, Instant since) {
        return sql.list(
                "select m.id, m.name, (select count(*) from ticket t join queue q on q.id = t.queue_id where q.team_id ="
                        + " m.id and t.status in ('NEW', 'OPEN')) as open, (select count(*) from ticket t join queue q on"
                        + " q.id = t.queue_id where q.team_id = m.id and t.status in ('NEW', 'OPEN') and t.owner_id is"
                        + " null) as unassigned, (select count(*) from ticket t join queue q on q.id = t.queue_id where"
                        + " q.team_id = m.id and t.created_at >= ? and t.status not in ('SPAM', 'DELETED', 'MERGED')) as"
                        + " arriving, coalesce(b.minutes, 0) as minutes, coalesce(b.tickets, 0) as booked from team m"
                        + " left join lateral (select sum(e.minutes) as minutes, count(distinct e.ticket_id) as tickets"
                        + " from time_entry e join ticket t on t.id = e.ticket_id join queue q on q.id = t.queue_id where"
                        + " q.team_id = m.id and t.created_at >= ?) b on true where exists (select 1 from queue q where"
                        + " q.team_id = m.id and q.active and (? or q.id = any(?::bigint[]))) order by m.name, m.id",
                row -> new TeamWork(
                        row.number("id"),
                        row.text("name"),
                        row.number("open"),
                        row.number("unassigned"),
                        row.number("arriving"),
                        row.number("minutes"),
                        row.number("booked")),
                since,
                since,
                caller.allQueues(),
                caller.allQueues() ? List.of() : caller.viewQueueIds());
    }

    /** Who is in which team: ids of people by the team's id. */
    Map<Long, List<Long>> members() {
        Map<Long, List<Long>> members = new HashMap<>();
        sql.list(
                "select team_id, person_id from team_member order by team_id, person_id",
                row -> members.computeIfAbsent(row.number("team_id"), id -> new ArrayList<>())
                        .add(row.number("person_id")));
        return members;
    }

    /** Days out of office that end after that instant, those that overlap made one, by person. */
    Map<Long, List<Capacity.Gap>> gaps(Instant now) {
        Map<Long, List<Capacity.Gap>> gaps = new HashMap<>();
        sql.list(
                "select person_id, lower(g) as begins, upper(g) as ends from (select person_id,"
                        + " unnest(range_agg(tstzrange(from_at, until_at))) as g from routing_absence where kind ="
                        + " 'OUT_OF_OFFICE' and (until_at is null or until_at > ?) group by person_id) a",
                row -> gaps.computeIfAbsent(row.number("person_id"), id -> new ArrayList<>())
                        .add(new Capacity.Gap(row.instant("begins"), row.instant("ends"))),
                now);
        return gaps;
    }

    /** The longest-waiting first, of the queues that the caller may see. */
    List<LoadBoard.Stuck> stuck(Caller caller) {
        String stuck = "select t.id, t.number, t.subject, s.since, (select l.why from routing_log l where l.ticket_id ="
                + " t.id order by l.id desc limit 1) as why from routing_stuck s join ticket t on t.id = s.ticket_id"
                + " where t.owner_id is null and t.status in ('NEW', 'OPEN')";
        return caller.allQueues()
                ? sql.list(stuck + " order by s.since, t.id limit " + MOST, LoadStore::stuck)
                : sql.list(
                        stuck + " and t.queue_id = any(?::bigint[]) order by s.since, t.id limit " + MOST,
                        LoadStore::stuck,
                        caller.viewQueueIds());
    }

    private static LoadBoard.Stuck stuck(Row row) {
        return new LoadBoard.Stuck(
                row.number("id"), row.text("number"), row.text("subject"), row.instant("since"), row.text("why"));
    }
}
