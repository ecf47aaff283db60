package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pilet.platform.Page;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.security.Caller;
import org.pilet.tickets.Status;

@Dependent
class MyTicketStore {

    private static final String ORDER = "MINE";

    private static final String OWN = "with own as (select id from ticket where requester_id = ? union select"
            + " ticket_id from ticket_participant where person_id = ?), said as (select t.id, t.number, t.subject,"
            + " t.status, t.queue_id, t.requester_id, t.created_at, t.version, coalesce(m.at, t.created_at) as"
            + " last_message_at, coalesce(m.words, '') as words, m.author_id from own join ticket t on t.id = own.id"
            + " left join lateral last_public_message(t.id) m on true";

    private static final String ROWS = ") select t.*, q.name as queue_name, r.name as requester_name, t.author_id is"
            + " distinct from ? and not exists (select 1 from ticket_seen s where s.ticket_id = t.id and s.person_id ="
            + " ? and s.seen_at >= t.last_message_at) as unread from said t join queue q on q.id = t.queue_id join"
            + " person r on r.id = t.requester_id";

    @Inject
    private Sql sql;

    Page<MyTicketRow> page(MyTicketsQuery query, Caller caller, String cursor, int size) {
        Conditions kept = conditions(query, caller);
        Conditions after = new Conditions();
        if (cursor != null) {
            Cursor at = Cursor.decode(cursor, ORDER, 2);
            after.and("(t.last_message_at, t.id) < (?::timestamptz, ?)", at.moment(0), at.number(1));
        }
        List<Object> parameters = new ArrayList<>(List.of(caller.personId(), caller.personId()));
        parameters.addAll(kept.parameters());
        parameters.addAll(List.of(caller.personId(), caller.personId()));
        parameters.addAll(after.parameters());
        parameters.add(size + 1);
        List<MyTicketRow> rows = sql.list(
                OWN + kept.where() + ROWS + after.where() + " order by t.last_message_at desc, t.id desc limit ?",
                MyTicketStore::row,
                parameters.toArray());
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        MyTicketRow last = rows.get(size - 1);
        Cursor next = new Cursor(ORDER, List.of(Cursor.moment(last.lastMessageAt()), String.valueOf(last.id())));
        return new Page<>(rows.subList(0, size), next.encoded());
    }

    private Conditions conditions(MyTicketsQuery query, Caller caller) {
        Conditions conditions = new Conditions().and("t.status not in ('SPAM', 'DELETED')");
        conditions.andIfGiven("t.id = ?", caller.onlyTicketId());
        if (query.open() != null) {
            conditions.and("(t.status not in ('CLOSED', 'MERGED')) = ?", query.open());
        }
        if (query.text() != null) {
            SearchWords words = SearchWords.of(query.text());
            Search.Words typed = new Search.Words(List.of(words.text()), List.of());
            conditions.and(
                    "(t.number = ? or t.subject_folded like folded(?) or exists (select 1 from message w where w.ticket_id = t.id and"
                            + " w.visibility = 'PUBLIC' and w.search @@ to_tsquery('simple', ?)))",
                    words.number(),
                    words.pattern(),
                    SearchWords.query(typed, new WordStore(sql).forms(typed)));
        }
        return conditions;
    }

    private static MyTicketRow row(Row row) {
        return new MyTicketRow(
                row.number("id"),
                row.text("number"),
                row.text("subject"),
                row.text("words"),
                row.constant("status", Status.class),
                row.text("queue_name"),
                row.text("requester_name"),
                row.instant("last_message_at"),
                row.instant("created_at"),
                row.flag("unread"),
                row.integer("version"));
    }
}
