package org.pilet.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database schema {@code pilet} up to date before anything else runs; clockwork and pages depend on it.
 * Several nodes may start at once: Flyway takes a lock.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN) // Flyway commits each migration itself
public class Schema {

    public static final String NAME = "pilet";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        migrate(dataSource);
    }

    /** The same for tests that have a data source but no container. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(NAME)
                .defaultSchema(NAME)
                .createSchemas(true)
                .outOfOrder(true) // rooms number their migrations in ranges of their own
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
