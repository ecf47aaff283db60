package org.pilet.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** Tickets of days long past, written straight into the tables: the doors can make none before now. */
final class PastTickets {

    private static final long FIRST_ID = 900_000_000L;

    private final Connection database;

    PastTickets(Connection database) {
        this.database = database;
    }

    /** A queue of its own, so that its figures are nobody else's; returns its id. */
    long queue(String name) throws SQLException {
        try (var insert =
                database.prepareStatement("insert into queue (id, name, address, team_id, default_category_id)"
                        + " select coalesce(max(id), 0) + 1000, ?, ?, (select min(id) from team), (select min(id) from category)"
                        + " from queue returning id")) {
            insert.setString(1, name);
            insert.setString(2, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "@pilet.test");
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * So many tickets, one every {@code apart} from {@code first} on: owned after 10 minutes, answered after an hour, every
     * second one resolved after a day.
     */
    void create(long queueId, int count, Instant first, Duration apart) throws SQLException {
        var range =
                "(select generate_series(0, ? - 1) i) s, lateral (select cast(? as timestamptz) + i * make_interval(secs"
                        + " => ?) as c) t";
        insert(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, owner_id, requester_id, created_at, changed_at) select " + FIRST_ID
                        + " + i, 'P' || i, 'Past ' || i, case when i % 2 = 0 then 'RESOLVED' else 'ANSWERED' end, 'NORMAL',"
                        + " 'INCIDENT', 'EMAIL', 'en', (select min(id) from category), ?, (select min(id) from person"
                        + " where kind = 'AGENT'), (select min(id) from person where kind = 'CUSTOMER'), c, c from "
                        + range,
                queueId,
                count,
                first,
                apart);
        event(queueId, count, first, apart, 0, "OPENED", "'NEW'", 0, range);
        event(queueId, count, first, apart, 1, "OWNER_CHANGED", "'NEW'", 10, range);
        event(queueId, count, first, apart, 2, "STATUS_CHANGED", "'ANSWERED'", 60, range);
        event(
                queueId,
                count,
                first,
                apart,
                3,
                "STATUS_CHANGED",
                "case when i % 2 = 0 then 'RESOLVED' else 'ANSWERED' end",
                24 * 60,
                range);
        insert(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name, at, body_text,"
                        + " language, delivery) select " + FIRST_ID + " + i, " + FIRST_ID
                        + " + i, 'PUBLIC', 'AGENT', 'EMAIL', (select min(id) from person where kind = 'AGENT' and ? > 0),"
                        + " 'x', c + interval '1 hour', 'Hello', 'en', 'NONE' from " + range,
                queueId,
                count,
                first,
                apart);
    }

    private void event(
            long queueId,
            int count,
            Instant first,
            Duration apart,
            int ordinal,
            String kind,
            String status,
            int minutes,
            String range)
            throws SQLException {
        var owner = ordinal == 0 ? "null" : "(select min(id) from person where kind = 'AGENT')";
        insert(
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_kind, status, queue_id, owner_id)"
                        + " select " + FIRST_ID + " + i * 4 + " + ordinal + ", " + FIRST_ID + " + i, " + ordinal
                        + ", c + interval '" + minutes + " minutes', '" + kind + "', 'SYSTEM', " + status + ", ?, "
                        + owner
                        + " from " + range,
                queueId,
                count,
                first,
                apart);
    }

    private void insert(String statementText, long queueId, int count, Instant first, Duration apart)
            throws SQLException {
        try (var insert = database.prepareStatement(statementText)) {
            insert.setLong(1, queueId);
            insert.setInt(2, count);
            insert.setTimestamp(3, Timestamp.from(first));
            insert.setDouble(4, apart.toSeconds());
            insert.executeUpdate();
        }
    }
}
