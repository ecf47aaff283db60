package org.pilet.automation.routing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Sql;

@Dependent
class AbsenceStore {

    @Inject
    private Sql sql;

    /** All that are not over by then, of one person or, for null, of all. */
    List<Absence> since(Long personId, Instant then) {
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
                then);
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
}
