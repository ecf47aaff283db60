package org.pilet.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL that is unpacked, not installed. What it confirmed is on disk, and it survives whoever started it: one that
 * was left behind by a killed process is stopped before the new one starts on the same data.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    public static final String USER = "pilet";
    public static final String PASSWORD = "pilet-demo";
    public static final String MAIN = "pilet";

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    /** What pg_trgm takes for letters, which asks the operating system: in "C" it knows no Russian and no Persian. */
    private static final String LETTERS = System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts on the given folder, where it finds what it wrote the last time, and makes sure the database "pilet" exists. */
    public static EmbeddedDatabase start(Path data, Path programs, int port) {
        stopLeftover(data);
        try {
            var database = new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            Files.createDirectories(programs).toFile())
                    .setRegisterShutdownHook(false) // the owner stops it after the server, not at the same time
                    .setPort(port)
                    .setPGStartupWait(STARTUP)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin") // the same letters on every machine
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("lc-ctype", LETTERS)
                    .setServerConfig("listen_addresses", Ports.HOST)
                    .setServerConfig("fsync", "on") // off in the library, which is made for tests
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "120")
                    .start());
            database.create(MAIN);
            return database;
        } catch (IOException | SQLException e) {
            throw new CannotStart("The embedded database in " + data + " did not start: " + e.getMessage(), e);
        }
    }

    /** Stops the PostgreSQL that still serves this folder although nobody owns it any more, if there is one. */
    public static void stopLeftover(Path data) {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .ifPresent(EmbeddedDatabase::stop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + postgres.getPort() + "/" + database;
    }

    /** A new, empty database that belongs to the application's user; one that exists already is left as it is. */
    public void create(String database) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            if (!exists(connection, "select from pg_roles where rolname = ?", USER)) {
                execute(connection, "create role " + USER + " login password '" + PASSWORD + "'");
            }
            if (!exists(connection, "select from pg_database where datname = ?", database)) {
                execute(connection, "create database " + database + " owner " + USER);
            }
        }
    }

    /** A connection with the application's rights, for whoever wants to look at the tables from outside. */
    public Connection connect(String database) throws SQLException {
        var connection = postgres.getDatabase(USER, database).getConnection();
        connection.setSchema("pilet");
        return connection;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void stop(ProcessHandle postmaster) {
        postmaster.destroy();
        postmaster
                .onExit()
                .completeOnTimeout(null, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (postmaster.isAlive()) {
            // Somebody still holds a connection. What was committed is on disk, the next start recovers it.
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        }
    }
}
