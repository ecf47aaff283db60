package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class TurnStore {

    @Inject
    private Sql sql;

    /** Takes or renews the turn, for a page or for one to come; the number of the ticket that has it instead. */
    Optional<String> take(long personId, long ticketId, String page, Instant now, Instant forgotten) {
        sql.update(
                "insert into desk_turn as d (person_id, ticket_id, page, since, seen_at) values (?, ?, ?, ?, ?) on conflict"
                        + " (person_id) do update set ticket_id = excluded.ticket_id, since = case when d.ticket_id ="
                        + " excluded.ticket_id then d.since else excluded.since end, seen_at = excluded.seen_at, page ="
                        + " excluded.page where"
                        + " d.ticket_id = excluded.ticket_id or d.seen_at < ?",
                personId,
                ticketId,
                page,
                now,
                now,
                forgotten);
        return other(personId, ticketId, forgotten);
    }

    /** The number of the ticket that has their turn, when it is not this one. */
    Optional<String> other(long personId, long ticketId, Instant forgotten) {
        return sql.first(
                "select t.number from desk_turn d join ticket t on t.id = d.ticket_id where d.person_id = ? and"
                        + " d.ticket_id <> ? and d.seen_at >= ?",
                row -> row.text("number"),
                personId,
                ticketId,
                forgotten);
    }

    Optional<Long> current(long personId) {
        return sql.first(
                "select ticket_id from desk_turn where person_id = ?", row -> row.number("ticket_id"), personId);
    }

    void put(long personId, long ticketId, Instant now) {
        sql.update(
                "insert into desk_turn (person_id, ticket_id, since, seen_at) values (?, ?, ?, ?) on conflict (person_id)"
                        + " do update set ticket_id = excluded.ticket_id, since = excluded.since, seen_at ="
                        + " excluded.seen_at, page = null",
                personId,
                ticketId,
                now,
                now);
    }

    /** Only for the page that has it, or when the one to come that has it has not said which it is. */
    void remove(long personId, long ticketId, String page) {
        sql.update(
                "delete from desk_turn where person_id = ? and ticket_id = ? and (page = ? or page is null)",
                personId,
                ticketId,
                page);
    }
}
