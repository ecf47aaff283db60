package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class RunStore {

    static final Duration KEPT = Duration.ofDays(180);

    private static final int PAGE = 500;

    @Inject
    private Sql sql;

    RunStore() {}

    RunStore(Sql sql) {
        this.sql = sql;
    }

    /** A run as it is kept. */
    record Stored(long id, long ruleId, RunState state, RuleEvent event, int nextStep, int attempts) {}

    /**
     * Writes down what a rule did, and says under which id.
     *
     * @param nextStep where it is to go on; 0 when it is done
     */
    long ran(Rule rule, RuleEvent event, Instant now, String why, String did, int nextStep) {
        return sql.number(
                "insert into rule_run (rule_id, rule_name, event_key, happening, ticket_id, chain, state, at, why, did,"
                        + " next_step) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id as value",
                rule.id(),
                rule.name(),
                event.key(),
                event.json(),
                event.hasTicket() ? event.ticketId() : null,
                RuleEvent.text(event.chain()),
                nextStep == 0 ? RunState.DONE : RunState.WAITING,
                now,
                why,
                did,
                nextStep);
    }

    /** Whether the rule has run, or failed, for this event. */
    boolean knows(long ruleId, String eventKey) {
        return sql.number(
                        "select count(*) as value from rule_run where rule_id = ? and event_key = ?", ruleId, eventKey)
                > 0;
    }

    /** Notes the ticket that the run has opened. */
    void opened(long id, RuleEvent event) {
        sql.update("update rule_run set ticket_id = ?, happening = ? where id = ?", event.ticketId(), event.json(), id);
    }

    void end(long id, RunState state, String did) {
        sql.update("update rule_run set state = ?, did = coalesce(?, did), error = null where id = ?", state, did, id);
    }

    void waits(long id, int nextStep, String did) {
        sql.update("update rule_run set state = 'WAITING', next_step = ?, did = ? where id = ?", nextStep, did, id);
    }

    void failed(Rule rule, RuleEvent event, Instant now, String error) {
        ended(rule, event, now, RunState.FAILED, error);
    }

    void guarded(Rule rule, RuleEvent event, Instant now) {
        ended(rule, event, now, RunState.GUARDED, null);
    }

    void failedAgain(long id, String error) {
        sql.update("update rule_run set state = 'FAILED', attempts = attempts + 1, error = ? where id = ?", error, id);
    }

    Optional<Stored> lock(long id) {
        return sql.first(
                "select * from rule_run where id = ? for update",
                row -> new Stored(
                        id,
                        row.number("rule_id"),
                        row.constant("state", RunState.class),
                        RuleEvent.of(row.text("event_key"), row.text("happening")),
                        row.integer("next_step"),
                        row.integer("attempts")),
                id);
    }

    List<RuleRunView> list(Long ruleId, Long ticketId, RunState state, long beforeId, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(beforeId));
        StringBuilder where = new StringBuilder("r.id < ?");
        and(where, parameters, " and r.rule_id = ?", ruleId);
        and(where, parameters, " and r.ticket_id = ?", ticketId);
        and(where, parameters, " and r.state = ?", state);
        parameters.add(limit);
        return sql.list(
                "select r.*, t.number, r.happening::json ->> 'kind' as event from rule_run r left join ticket t on t.id ="
                        + " r.ticket_id where " + where + " order by r.id desc limit ?",
                RunStore::view,
                parameters.toArray());
    }

    List<RuleStatistics> statistics(Instant now) {
        return sql.list(
                "select rule_id, count(*) filter (where state = 'DONE') as done, count(*) filter (where state ="
                        + " 'WAITING') as waiting, count(*) filter (where state = 'FAILED') as failed, count(*) filter"
                        + " (where state = 'GUARDED') as guarded, count(distinct ticket_id) as tickets, max(at) as"
                        + " last_at from rule_run where at > ? group by rule_id order by rule_id",
                row -> new RuleStatistics(
                        row.number("rule_id"),
                        row.number("done"),
                        row.number("waiting"),
                        row.number("failed"),
                        row.number("guarded"),
                        row.number("tickets"),
                        row.instant("last_at")),
                now.minus(Duration.ofDays(30)));
    }

    /** Some tickets that are not closed, by id. */
    List<Long> liveTickets(long afterId) {
        return sql.list(
                "select id from ticket where status not in ('CLOSED', 'MERGED', 'SPAM', 'DELETED') and id > ? order by"
                        + " id limit " + PAGE,
                row -> row.number("id"),
                afterId);
    }

    void purge(Instant before) {
        sql.update("delete from rule_run where at < ? and state <> 'WAITING'", before);
        sql.update("delete from rule_moment where moment < ?", before.minus(KEPT));
    }

    private void ended(Rule rule, RuleEvent event, Instant now, RunState state, String error) {
        sql.update(
                "insert into rule_run (rule_id, rule_name, event_key, happening, ticket_id, chain, state, at, error)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (rule_id, event_key) do nothing",
                rule.id(),
                rule.name(),
                event.key(),
                event.json(),
                event.hasTicket() ? event.ticketId() : null,
                RuleEvent.text(event.chain()),
                state,
                now,
                error);
    }

    private static void and(StringBuilder where, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }

    private static RuleRunView view(Row row) {
        return new RuleRunView(
                row.number("id"),
                row.number("rule_id"),
                row.text("rule_name"),
                row.numberOrNull("ticket_id"),
                row.text("number"),
                row.text("event"),
                row.constant("state", RunState.class),
                row.instant("at"),
                row.text("why"),
                row.text("did"),
                row.text("chain"),
                row.integer("attempts"),
                row.text("error"));
    }
}
