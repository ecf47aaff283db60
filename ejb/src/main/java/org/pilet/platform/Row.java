package org.pilet.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The current row of a query, read by column name; SQL null comes back as null, never as zero. */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) {
        return read(column, String.class);
    }

    public long number(String column) {
        Long value = numberOrNull(column);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }

    public Long numberOrNull(String column) {
        try { // getLong takes every width of integer, getObject only the exact one
            long value = rows.getLong(column);
            return rows.wasNull() ? null : value;
        } catch (SQLException e) {
            throw new DatabaseFault(column, e);
        }
    }

    public int integer(String column) {
        return Math.toIntExact(number(column));
    }

    public boolean flag(String column) {
        return Boolean.TRUE.equals(read(column, Boolean.class));
    }

    public Instant instant(String column) {
        OffsetDateTime value = read(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public LocalDate day(String column) {
        return read(column, LocalDate.class);
    }

    public byte[] bytes(String column) {
        try {
            return rows.getBytes(column);
        } catch (SQLException e) {
            throw new DatabaseFault(column, e);
        }
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        String name = text(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private <T> T read(String column, Class<T> type) {
        try {
            return rows.getObject(column, type);
        } catch (SQLException e) {
            throw new DatabaseFault(column, e);
        }
    }
}
