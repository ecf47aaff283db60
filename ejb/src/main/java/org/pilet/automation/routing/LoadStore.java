package org.pilet.automation.routing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
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
