package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class TimeStore {

    private static final String SELECT = "select e.*, t.number, o.name as organisation_name, p.name as person_name from"
            + " time_entry e join ticket t on t.id = e.ticket_id join person p on p.id = e.person_id left join"
            + " organisation o on o.id = t.organisation_id where ";

    @Inject
    private Sql sql;

    /** By the entries' ids; locked. */
    Map<Long, String> notes(long ticketId) {
        Map<Long, String> notes = new TreeMap<>();
        sql.list(
                "select id, note from time_entry where ticket_id = ? and note is not null order by id for update",
                row -> notes.put(row.number("id"), row.text("note")),
                ticketId);
        return notes;
    }

    void reword(long id, String note) {
        sql.update("update time_entry set note = ? where id = ?", note, id);
    }

    List<TimeEntryView> of(long ticketId) {
        return sql.list(SELECT + "e.ticket_id = ? order by e.spent_on, e.id", TimeStore::view, ticketId);
    }

    Optional<TimeEntryView> find(long id) {
        return sql.first(SELECT + "e.id = ?", TimeStore::view, id);
    }

    /** Days from one to another, both included; of these queues, or of all when null. */
    List<TimeEntryView> between(LocalDate from, LocalDate to, Collection<Long> queueIds) {
        return sql.list(
                SELECT
                        + "e.spent_on between ? and ? and (? or t.queue_id = any(?::bigint[])) order by e.spent_on, e.id",
                TimeStore::view,
                from,
                to,
                queueIds == null,
                queueIds == null ? List.of() : queueIds);
    }

    long add(long ticketId, long personId, NewTimeEntry entry, Instant now) {
        return sql.first(
                        "insert into time_entry (id, ticket_id, person_id, spent_on, minutes, kind, billable, note,"
                                + " created_at) values (nextval('time_entry_seq'), ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        row -> row.number("id"),
                        ticketId,
                        personId,
                        entry.spentOn(),
                        entry.minutes(),
                        entry.kind(),
                        entry.billable(),
                        entry.note(),
                        now)
                .orElseThrow();
    }

    void remove(long id) {
        sql.update("delete from time_entry where id = ?", id);
    }

    private static TimeEntryView view(Row row) {
        return new TimeEntryView(
                row.number("id"),
                row.number("ticket_id"),
                row.text("number"),
                row.text("organisation_name"),
                row.number("person_id"),
                row.text("person_name"),
                row.day("spent_on"),
                row.integer("minutes"),
                row.constant("kind", TimeKind.class),
                row.flag("billable"),
                row.text("note"));
    }
}
