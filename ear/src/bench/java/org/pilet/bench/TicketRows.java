package org.pilet.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** All rows of one ticket, to be written again and again as the rows of others. */
final class TicketRows {

    /** Tables in the order in which they may be filled, and which of their rows belong to the ticket. */
    private static final Map<String, String> TABLES = new java.util.LinkedHashMap<>();

    static {
        String raw = "(select raw_blob_id from inbound_mail where ticket_id = ?)";
        TABLES.put("ticket", "id = ?");
        TABLES.put("ticket_tag", "ticket_id = ?");
        TABLES.put("message", "ticket_id = ?");
        TABLES.put("blob", "id in " + raw);
        TABLES.put("blob_chunk", "blob_id in " + raw);
        TABLES.put("inbound_mail", "ticket_id = ?");
        TABLES.put("ticket_event", "ticket_id = ?");
        TABLES.put("sla_clock", "ticket_id = ?");
        TABLES.put("sla_clock_event", "clock_id in (select id from sla_clock where ticket_id = ?)");
        // copies keep their payload and would be taken for the ticket's own
        TABLES.put(
                "outbox", "string_to_array(payload || ' ' || dedup_key, ' ') @> array[?::text] and id < 1000000000000");
    }

    private static final Set<String> NUMBERED =
            Set.of("id", "ticket_id", "message_id", "clock_id", "blob_id", "raw_blob_id");
    private static final Set<String> UNIQUE = Set.of("number", "dedup_key", "mail_message_id");
    /** The numbers from here on are those of copies. */
    static final long FAR_AWAY = 1_000_000_000_000L;

    private static final int ROOM = 1_000;

    private final Connection connection;
    private final List<Copy> copies = new ArrayList<>();
    private final Map<Long, Long> ordinals = new HashMap<>();

    private record Copy(List<String> columns, List<List<Object>> rows, PreparedStatement insert) {}

    TicketRows(Connection connection, long ticketId) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            read(table.getKey(), table.getValue(), ticketId);
        }
        connection.commit();
    }

    /** Returns how many tickets were committed. */
    long writeFor(Duration duration, AtomicLong serial) throws SQLException {
        long end = System.nanoTime() + duration.toNanos();
        long written = 0;
        while (System.nanoTime() < end) {
            write(serial.incrementAndGet());
            written++;
        }
        return written;
    }

    private void write(long serial) throws SQLException {
        for (Copy copy : copies) {
            for (List<Object> row : copy.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    copy.insert().setObject(i + 1, value(copy.columns().get(i), row.get(i), serial));
                }
                copy.insert().addBatch();
            }
            copy.insert().executeBatch();
        }
        connection.commit();
    }

    private Object value(String column, Object value, long serial) {
        if (value instanceof Long id && NUMBERED.contains(column) && ordinals.containsKey(id)) {
            return FAR_AWAY + serial * ROOM + ordinals.get(id);
        }
        return UNIQUE.contains(column) && value != null ? value + "-" + serial : value;
    }

    private void read(String table, String which, long ticketId) throws SQLException {
        List<String> columns = columns(table);
        try (PreparedStatement select = connection.prepareStatement(
                "select " + String.join(", ", columns) + " from " + table + " where " + which)) {
            select.setLong(1, ticketId);
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        row.add(found.getObject(i));
                    }
                    rows.add(row);
                }
            }
            if (rows.isEmpty()) {
                return;
            }
            if (columns.get(0).equals("id")) {
                rows.forEach(row -> ordinals.putIfAbsent((Long) row.get(0), (long) ordinals.size()));
            }
            String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            copies.add(new Copy(
                    columns,
                    rows,
                    connection.prepareStatement(
                            "insert into " + table + " (" + String.join(", ", columns) + ") values (" + places + ")")));
        }
    }

    /** The id first; without what the database computes itself. */
    private List<String> columns(String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select column_name from information_schema.columns where table_schema = 'pilet' and table_name = ? and"
                        + " is_generated = 'NEVER' order by column_name <> 'id', ordinal_position")) {
            select.setString(1, table);
            List<String> columns = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
            return columns;
        }
    }
}
