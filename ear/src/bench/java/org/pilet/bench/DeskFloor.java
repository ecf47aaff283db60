package org.pilet.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What the desk asks of the database, as plain SQL that somebody would write for that one question. */
final class DeskFloor {

    private static final int WARMING = 5;
    private static final int ROUNDS = 40;

    private static final String ROWS = "select v.* from (select t.id from ticket t join queue_grant g on g.queue_id ="
            + " t.queue_id join team_member m on m.team_id = g.team_id join person p on p.id = m.person_id where p.email ="
            + " '" + DeskBench.AGENT + "' and %s order by t.changed_at desc, t.id desc limit 50) i cross join lateral"
            + " (select w.* from work_list_row w where w.id = i.id offset 0) v";
    private static final String HITS =
            "t.id in (select w.ticket_id from message w where w.search @@" + " to_tsquery('simple', ?))";

    private final Installation pilet;

    DeskFloor(Installation pilet) {
        this.pilet = pilet;
    }

    Timing.Times list() throws SQLException {
        return read(
                ROWS.formatted("t.status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED')"),
                List.of(List.of()));
    }

    Timing.Times deep(long behind) throws SQLException {
        return read(
                ROWS.formatted("(t.changed_at, t.id) < (?::timestamptz, ?::bigint)"),
                List.of(pilet
                        .strings("select changed_at || '|' || id from ticket order by changed_at desc, id desc offset "
                                + behind + " limit 1")
                        .stream()
                        .flatMap(row -> Stream.of(row.split("\\|")))
                        .toList()));
    }

    Timing.Times filtered() throws SQLException {
        return read(ROWS.formatted("t.status = 'OPEN' and t.priority = 'HIGH'"), List.of(List.of()));
    }

    Timing.Times words(List<String> queries, boolean closed) throws SQLException {
        return read(
                ROWS.formatted(HITS + (closed ? " and t.status = 'CLOSED'" : "")),
                queries.stream().map(List::of).toList());
    }

    Timing.Times reply(List<String> numbers) throws SQLException {
        List<String> statements = List.of(
                "insert into message (id, ticket_id, visibility, origin, channel, author_name, at, body_text, language)"
                        + " select nextval('message_seq'), id, 'PUBLIC', 'AGENT', 'EMAIL', 'Mari', now(), 'We look into"
                        + " it.', 'en' from ticket where number = ?",
                "update ticket set status = 'ANSWERED', changed_at = now(), version = version + 1 where number = ?",
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_kind, status, queue_id) select"
                        + " nextval('ticket_event_seq'), id, version, now(), 'REPLIED', 'AGENT', status, queue_id from"
                        + " ticket where number = ?");
        try (Connection connection = pilet.connect()) {
            connection.setAutoCommit(false);
            List<PreparedStatement> prepared =
                    statements.stream().map(each -> prepared(connection, each)).toList();
            Iterator<String> number =
                    Stream.generate(numbers::stream).flatMap(each -> each).iterator();
            return Timing.of(WARMING, ROUNDS, () -> {
                String next = number.next();
                for (PreparedStatement statement : prepared) {
                    statement.setString(1, next);
                    statement.executeUpdate();
                }
                connection.commit();
                return next;
            });
        }
    }

    private Timing.Times read(String query, List<List<String>> arguments) throws SQLException {
        try (Connection connection = pilet.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            Iterator<List<String>> rounds =
                    Stream.generate(arguments::stream).flatMap(each -> each).iterator();
            return Timing.of(WARMING, ROUNDS, () -> {
                List<String> values = rounds.next();
                for (int i = 0; i < values.size(); i++) {
                    statement.setString(i + 1, values.get(i));
                }
                return readAll(statement);
            });
        }
    }

    private static int readAll(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            int cells = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    cells += rows.getObject(column) == null ? 0 : 1;
                }
            }
            return cells;
        }
    }

    private static PreparedStatement prepared(Connection connection, String statement) {
        try {
            return connection.prepareStatement(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
