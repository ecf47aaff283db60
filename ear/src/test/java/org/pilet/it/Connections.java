package org.pilet.it;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.pilet.server.EmbeddedDatabase;

/** Connections of the tests to one database, used again: a new one costs PostgreSQL a process, and tests look often. */
final class Connections implements AutoCloseable {

    /** How PostgreSQL lists them, for a test that takes connections away from the application. */
    static final String NAME = "tests";

    private static final int MOST = 8;

    private final HikariDataSource pool;

    /** Connects when it is first asked to. */
    Connections(EmbeddedDatabase server, String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(database));
        config.setUsername(EmbeddedDatabase.USER);
        config.setPassword(EmbeddedDatabase.PASSWORD);
        config.setSchema("pilet");
        config.addDataSourceProperty("ApplicationName", NAME);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1); // the database need not be there yet
        pool = new HikariDataSource(config);
    }

    /** The caller closes it. */
    Connection open() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
