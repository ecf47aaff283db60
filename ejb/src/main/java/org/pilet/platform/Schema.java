package org.pilet.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Brings the database schema {@code pilet} up to date before anything else runs; clockwork and pages depend on it.
 * Several nodes may start at once: Flyway takes a lock.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN) // Flyway commits each migration itself
public class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class.getName());

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        SchemaMigration.run(dataSource);
        if (!knowsLetters(dataSource)) {
            LOG.warning(
                    "The database takes only A to Z for letters, so that words in Russian or Persian are found slowly"
                            + " and tickets like them not at all. Make it with an LC_CTYPE that ends in UTF-8, see the operator's guide.");
        }
    }

    /** Whether pg_trgm, which asks the operating system by the database's LC_CTYPE, sees letters beyond A to Z. */
    static boolean knowsLetters(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select public.show_trgm('ж')::text <> '{}'");
                ResultSet found = query.executeQuery()) {
            return found.next() && found.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The new schema cannot be asked", e);
        }
    }
}
