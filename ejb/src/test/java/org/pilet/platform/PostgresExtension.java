package org.pilet.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives store tests the real PostgreSQL: one server for each JVM of a test run, the schema migrated once, and for each test
 * class a database of its own, copied from that. Connections are used again, for each costs PostgreSQL a process. Resolves
 * parameters of type {@link DataSource} and {@link Sql}.
 */
public class PostgresExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(PostgresExtension.class);
    private static final String TEMPLATE = "pilet_template";
    private static final int MOST_CONNECTIONS = 60;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DataSource.class || type == Sql.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Server server = context.getStore(StoreScope.LAUNCHER_SESSION, SPACE) // Surefire begins anew with each class
                .getOrComputeIfAbsent(Server.class, key -> new Server(), Server.class);
        DataSource database = context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(
                        context.getRequiredTestClass().getName(), key -> server.newDatabase(), HikariDataSource.class);
        return parameter.getParameter().getType() == Sql.class ? new Sql(database) : database;
    }

    /** Closed by JUnit with its session, after the last test. */
    private static final class Server implements AutoCloseable {

        private final EmbeddedPostgres postgres;
        private final AtomicInteger databases = new AtomicInteger();

        Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off") // thrown away after the run
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("lc-ctype", "C.UTF-8")
                        .start();
                execute("create database " + TEMPLATE);
                SchemaMigration.run(at(TEMPLATE));
            } catch (IOException e) {
                throw new IllegalStateException("No PostgreSQL for the store tests", e);
            }
        }

        /** Whoever keeps it in a store of JUnit's has it closed with that. */
        HikariDataSource newDatabase() {
            String name = "pilet_test_" + databases.incrementAndGet();
            execute("create database " + name + " template " + TEMPLATE);
            return pooled(at(name));
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }

        private void execute(String statementText) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(statementText);
            } catch (SQLException e) {
                throw new IllegalStateException(statementText, e);
            }
        }

        private static HikariDataSource pooled(DataSource database) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(database);
            config.setMinimumIdle(0);
            config.setMaximumPoolSize(MOST_CONNECTIONS);
            config.setMaxLifetime(0);
            return new HikariDataSource(config);
        }

        private DataSource at(String database) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"127.0.0.1"});
            source.setPortNumbers(new int[] {postgres.getPort()});
            source.setDatabaseName(database);
            source.setUser("postgres");
            source.setCurrentSchema(SchemaMigration.SCHEMA + ",public");
            return source;
        }
    }
}
