package org.pilet.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the database allows: the rows of what Pilet has just done, written again by prepared statements and one commit for
 * each ticket, or read by one statement for each table. Commits wait for the disk, as Pilet's do.
 */
final class Floor {

    private static final int READS = 500;

    private static final List<String> TICKET_PAGE = List.of(
            "select * from work_list_row where id = (select id from ticket where number = ?)",
            "select m.* from message m join ticket t on t.id = m.ticket_id where t.number = ? order by m.at, m.id",
            "select a.* from attachment a join message m on m.id = a.message_id join ticket t on t.id = m.ticket_id"
                    + " where t.number = ?",
            "select e.*, p.name from ticket_event e join ticket t on t.id = e.ticket_id left join person p on p.id ="
                    + " e.actor_id where t.number = ? order by e.at, e.id",
            "select c.* from sla_clock c join ticket t on t.id = c.ticket_id where t.number = ?",
            "select p.*, o.name from person p join ticket t on t.requester_id = p.id left join organisation o on o.id ="
                    + " p.organisation_id where t.number = ?",
            "select g.tag from ticket_tag g join ticket t on t.id = g.ticket_id where t.number = ?");

    private static final String LIST = "select v.* from (select t.id from ticket t join queue_grant g on g.queue_id ="
            + " t.queue_id join team_member m on m.team_id = g.team_id join person p on p.id = m.person_id where p.email ="
            + " ? and t.status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED') order by t.changed_at desc limit"
            + " 50) i cross join lateral (select w.* from work_list_row w where w.id = i.id offset 0) v";

    private final Installation pilet;
    private final Duration duration;
    private final AtomicLong serial = new AtomicLong();

    Floor(Installation pilet, Duration duration) {
        this.pilet = pilet;
        this.duration = duration;
    }

    Timing.Times list(String email) throws SQLException {
        return read(List.of(LIST), List.of(email));
    }

    Timing.Times ticket(List<String> numbers) throws SQLException {
        return read(TICKET_PAGE, numbers);
    }

    /** Tickets a second, with all rows that opening the latest one over REST has written. */
    double tickets(int connections) throws SQLException {
        return write("select max(id) from ticket where channel = 'API' and id < " + TicketRows.FAR_AWAY, connections);
    }

    /** The same for the latest ticket that came by mail, with the raw mail; not one of {@link LargeMails}. */
    double mails(int connections) throws SQLException {
        return write(
                "select max(ticket_id) from inbound_mail where size < 1000000 and ticket_id < " + TicketRows.FAR_AWAY,
                connections);
    }

    private double write(String latest, int connections) throws SQLException {
        long ticketId = Long.parseLong(pilet.strings(latest).get(0));
        List<Callable<Long>> writers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            writers.add(() -> {
                try (Connection connection = pilet.connect()) {
                    return new TicketRows(connection, ticketId).writeFor(duration, serial);
                }
            });
        }
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long written = 0;
            for (Future<Long> writer : threads.invokeAll(writers)) {
                written += writer.get();
            }
            return written * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Timing.Times read(List<String> queries, List<String> arguments) throws SQLException {
        try (Connection connection = pilet.connect()) {
            List<PreparedStatement> statements = new ArrayList<>();
            for (String query : queries) {
                statements.add(connection.prepareStatement(query));
            }
            long[] nanos = new long[READS];
            for (int round = -READS; round < READS; round++) { // the first half warms up
                long start = System.nanoTime();
                for (PreparedStatement statement : statements) {
                    statement.setString(1, arguments.get(Math.floorMod(round, arguments.size())));
                    readAll(statement);
                }
                nanos[Math.max(round, 0)] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            return new Timing.Times(nanos[READS / 2] / 1e6, nanos[READS * 95 / 100] / 1e6);
        }
    }

    private static void readAll(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }
}
