package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class MomentStore {

    @Inject
    private Sql sql;

    MomentStore() {}

    MomentStore(Sql sql) {
        this.sql = sql;
    }

    /** A ticket's date that has come. */
    record Come(long ticketId, Instant moment) {}

    /**
     * Takes dates of tickets, each once, that lie so far back now and did not when the rule was switched on; the database
     * lets no second node take the same.
     *
     * @param offset positive: so long after the date; negative: so long before
     */
    List<Come> take(long ruleId, Moment moment, Duration offset, Instant since, Instant now, int limit) {
        return sql.list(
                "insert into rule_moment (rule_id, ticket_id, moment) select ?, d.id, d.moment from (select t.id, "
                        + moment.column()
                        + " as moment from ticket t where "
                        + (moment.isOfClosed()
                                ? "t.status = 'CLOSED'"
                                : "t.status not in ('CLOSED', 'MERGED', 'SPAM', 'DELETED')")
                        + ") d"
                        + " where d.moment > ? and d.moment <= ? and not exists (select 1 from rule_moment m where"
                        + " m.rule_id = ? and m.ticket_id = d.id and m.moment = d.moment) order by d.moment, d.id"
                        + " limit ? on conflict do nothing returning ticket_id, moment",
                row -> new Come(row.number("ticket_id"), row.instant("moment")),
                ruleId,
                since.minus(offset),
                now.minus(offset),
                ruleId,
                limit);
    }

    /** When the rule is to be asked next, held until the transaction ends; empty while another node holds it. */
    Optional<Instant> claimSchedule(long ruleId, Instant first) {
        sql.update("insert into rule_schedule (rule_id, next_at) values (?, ?) on conflict do nothing", ruleId, first);
        return sql.first(
                "select next_at from rule_schedule where rule_id = ? for update skip locked",
                row -> row.instant("next_at"),
                ruleId);
    }

    void scheduleNext(long ruleId, Instant next) {
        sql.update("update rule_schedule set next_at = ? where rule_id = ?", next, ruleId);
    }
}
