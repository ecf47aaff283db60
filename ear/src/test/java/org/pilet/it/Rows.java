package org.pilet.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into the shared installation's tables, and puts there what no page or door of this version makes. */
final class Rows {

    private Rows() {}

    /** The first column of the first row, or null when there is none. */
    static String text(String query, Object... parameters) throws SQLException {
        try (Connection connection = Installation.connect();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    static void update(String statementText, Object... parameters) throws SQLException {
        try (Connection connection = Installation.connect();
                PreparedStatement statement = prepared(connection, statementText, parameters)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String text, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
