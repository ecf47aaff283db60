package org.pilet.automation.routing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.platform.Sql;

@Dependent
class DutyStore {

    @Inject
    private Sql sql;

    DutyStore() {}

    DutyStore(Sql sql) {
        this.sql = sql;
    }

    List<Duty> from(Instant since, Instant now) {
        return sql.list(
                "select d.*, t.name as team_name, p.name as person_name, d.from_at <= ? and d.until_at > ? as at_present"
                        + " from routing_duty d join team t on t.id = d.team_id join person p on p.id = d.person_id where"
                        + " d.until_at > ? order by t.name, d.from_at, d.id limit 500",
                row -> new Duty(
                        row.number("id"),
                        row.number("team_id"),
                        row.text("team_name"),
                        row.number("person_id"),
                        row.text("person_name"),
                        row.instant("from_at"),
                        row.instant("until_at"),
                        row.flag("at_present")),
                now,
                now,
                since);
    }

    Set<Long> onDuty(long teamId, Instant at) {
        return new LinkedHashSet<>(sql.list(
                "select d.person_id from routing_duty d join person p on p.id = d.person_id where d.team_id = ? and"
                        + " d.from_at <= ? and d.until_at > ? and p.active order by d.from_at, d.id",
                row -> row.number("person_id"),
                teamId,
                at,
                at));
    }

    boolean mayWork(long personId, long teamId) {
        return sql.number(
                        "select count(*) as value from person p where p.id = ? and p.active and p.kind = 'AGENT' and"
                                + " exists (select 1 from team t where t.id = ?)",
                        personId,
                        teamId)
                > 0;
    }

    void add(long teamId, long personId, Instant from, Instant until) {
        sql.update(
                "insert into routing_duty (team_id, person_id, from_at, until_at) values (?, ?, ?, ?)",
                teamId,
                personId,
                from,
                until);
    }

    Optional<Long> teamOf(long id) {
        return sql.first("select team_id from routing_duty where id = ?", row -> row.number("team_id"), id);
    }

    void remove(long id) {
        sql.update("delete from routing_duty where id = ?", id);
    }
}
