package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Refusal;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;

@Dependent
class BulkStore {

    private static final String ARGUMENT = "\u001f";

    @Inject
    private Sql sql;

    /** The order that a run carries out. */
    record Order(
            long personId,
            BulkField field,
            String value,
            Long undoOf,
            Long responseId,
            Status statusAfter,
            boolean maySeeAll) {}

    /** What a ticket was before. */
    record Item(
            long ticketId,
            String before,
            String reason,
            Instant wakeUp,
            Integer version,
            Long made,
            Long ownerBefore) {}

    long add(long personId, BulkOrder order, Long undoOf, Collection<Long> ticketIds, Instant now) {
        long id = sql.first(
                        "insert into bulk_run (id, person_id, field, value, response_id, status_after, may_see_all,"
                                + " undo_of, total, started_at) values (nextval('bulk_run_seq'), ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?) returning id",
                        row -> row.number("id"),
                        personId,
                        order.field(),
                        order.value(),
                        order.responseId(),
                        order.statusAfter(),
                        order.maySeeAll(),
                        undoOf,
                        ticketIds.size(),
                        now)
                .orElseThrow();
        sql.update(
                "insert into bulk_item (run_id, ticket_id) select ?, unnest(?::bigint[]) on conflict do nothing",
                id,
                ticketIds);
        return id;
    }

    Optional<Order> order(long id) {
        return sql.first(
                "select * from bulk_run where id = ?",
                row -> new Order(
                        row.number("person_id"),
                        row.constant("field", BulkField.class),
                        row.text("value"),
                        row.numberOrNull("undo_of"),
                        row.numberOrNull("response_id"),
                        row.constant("status_after", Status.class),
                        row.flag("may_see_all")),
                id);
    }

    List<Long> waiting(long id, int most) {
        return sql.list(
                "select ticket_id from bulk_item where run_id = ? and state = 'WAITING' order by ticket_id limit ?",
                row -> row.number("ticket_id"),
                id,
                most);
    }

    Optional<Item> item(long id, long ticketId) {
        return sql.first(
                "select * from bulk_item where run_id = ? and ticket_id = ?",
                row -> new Item(
                        ticketId,
                        row.text("before"),
                        row.text("reason"),
                        row.instant("wake_up"),
                        row.numberOrNull("version") == null ? null : row.integer("version"),
                        row.numberOrNull("made"),
                        row.numberOrNull("owner_before")),
                id,
                ticketId);
    }

    void done(long id, TicketView before, String value, TicketRef after) {
        sql.update(
                "update bulk_item set state = 'DONE', before = ?, reason = ?, wake_up = ?, owner_before = ?, version = ?"
                        + " where run_id = ? and ticket_id = ?",
                value,
                before.statusReason(),
                before.wakeUpAt(),
                before.ownerId(),
                after.version(),
                id,
                before.id());
    }

    /** Something was made of it, by its id. */
    void made(long id, long ticketId, long made) {
        sql.update(
                "update bulk_item set state = 'DONE', made = ? where run_id = ? and ticket_id = ?", made, id, ticketId);
    }

    void refused(long id, long ticketId, String state, Refusal no) {
        StringBuilder why = new StringBuilder(no.key());
        for (Object argument : no.arguments()) {
            why.append(ARGUMENT).append(argument);
        }
        skipped(id, ticketId, state, why.toString());
    }

    void skipped(long id, long ticketId, String state, String why) {
        sql.update(
                "update bulk_item set state = ?, why = ? where run_id = ? and ticket_id = ?", state, why, id, ticketId);
    }

    void finished(long id, Instant now) {
        sql.update("update bulk_run set finished_at = ? where id = ? and finished_at is null", now, id);
    }

    List<Long> changedBy(long id) {
        return sql.list(
                "select ticket_id from bulk_item where run_id = ? and state = 'DONE'",
                row -> row.number("ticket_id"),
                id);
    }

    Optional<BulkProgress> progress(long id, long personId) {
        List<BulkRefusal> refused = sql.list(
                "select t.number, i.why from bulk_item i join ticket t on t.id = i.ticket_id where i.run_id = ? and i.state ="
                        + " 'REFUSED' order by t.id limit 10",
                row -> refusal(row.text("number"), row.text("why")),
                id);
        return sql.first(
                "select r.*, (select count(*) from bulk_item i where i.run_id = r.id and i.state = 'DONE') as done,"
                        + " (select count(*) from bulk_item i where i.run_id = r.id and i.state = 'UNCHANGED') as unchanged,"
                        + " (select count(*) from bulk_item i where i.run_id = r.id and i.state = 'REFUSED') as failed,"
                        + " r.finished_at is not null and r.undo_of is null and not exists (select 1 from bulk_run u"
                        + " where u.undo_of = r.id) as undoable from bulk_run r where r.id = ? and r.person_id = ?",
                row -> progress(row, refused),
                id,
                personId);
    }

    Optional<Long> lastOf(long personId, Instant since) {
        return sql.first(
                "select id from bulk_run where person_id = ? and started_at >= ? order by id desc limit 1",
                row -> row.number("id"),
                personId,
                since);
    }

    /** A text's key and its arguments, one beside the other. */
    private static BulkRefusal refusal(String number, String why) {
        List<String> parts = List.of(why == null ? new String[] {""} : why.split(ARGUMENT, -1));
        return new BulkRefusal(number, parts.get(0), parts.subList(1, parts.size()));
    }

    private static BulkProgress progress(Row row, List<BulkRefusal> refused) {
        return new BulkProgress(
                row.number("id"),
                row.constant("field", BulkField.class),
                row.text("value"),
                row.numberOrNull("undo_of"),
                row.integer("total"),
                row.integer("done"),
                row.integer("unchanged"),
                row.integer("failed"),
                refused,
                row.instant("started_at"),
                row.instant("finished_at"),
                row.flag("undoable"));
    }
}
