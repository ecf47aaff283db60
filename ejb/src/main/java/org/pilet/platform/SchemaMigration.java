package org.pilet.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Applies the migrations that a database has not seen yet; safe to run from several nodes at once. */
public final class SchemaMigration {

    /** The database schema in which all our tables stand; the server's own are in {@code public}. */
    public static final String SCHEMA = "pilet";

    private SchemaMigration() {}

    /** Each migration is a transaction of its own; a failing one leaves those before it in place. */
    public static void run(DataSource dataSource) {
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .outOfOrder(true) // rooms number their migrations in ranges of their own
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
