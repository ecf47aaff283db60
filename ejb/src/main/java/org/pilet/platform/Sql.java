package org.pilet.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Plain SQL for stores: read models, claims with SKIP LOCKED, bulk writes. Takes part in the caller's transaction when
 * there is one. Parameters may be null, text, numbers, instants, days, enums (by name) and collections (as arrays, for
 * {@code = any(?)}). What JPA has not flushed yet is not seen here.
 */
@Dependent
public class Sql {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    protected Sql() {}

    /** For tests, and for code that runs before the container injects. */
    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public <T> List<T> list(String query, Function<Row, T> mapper, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, parameters);
            return rows(statement, mapper);
        } catch (SQLException e) {
            throw new DatabaseFault(query, e);
        }
    }

    /** What the mapper makes of the first row; empty when there is no row or the mapper gives null. */
    public <T> Optional<T> first(String query, Function<Row, T> mapper, Object... parameters) {
        List<T> rows = list(query, mapper, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /** The single number that the query's first row holds in the column {@code value}; 0 when there is no row. */
    public long number(String query, Object... parameters) {
        return first(query, row -> row.number("value"), parameters).orElse(0L);
    }

    /** Returns how many rows were changed. */
    public int update(String statementText, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(statementText)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(statementText, e);
        }
    }

    /** The same statement for each parameter row, sent together. */
    public void batch(String statementText, Collection<Object[]> parameterRows) {
        if (parameterRows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(statementText)) {
            for (Object[] parameters : parameterRows) {
                bind(statement, parameters);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(statementText, e);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Function<Row, T> mapper) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                found.add(mapper.apply(row));
            }
            return found;
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Enum<?> constant) {
                statement.setString(i + 1, constant.name());
            } else if (value instanceof Collection<?> many) {
                statement.setArray(i + 1, array(statement, many));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static java.sql.Array array(PreparedStatement statement, Collection<?> many) throws SQLException {
        boolean numbers = many.stream().allMatch(Number.class::isInstance);
        Object[] elements =
                many.stream().map(e -> e instanceof Enum<?> c ? c.name() : e).toArray();
        return statement.getConnection().createArrayOf(numbers && !many.isEmpty() ? "bigint" : "text", elements);
    }
}
