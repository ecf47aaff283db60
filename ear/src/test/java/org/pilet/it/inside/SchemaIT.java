package org.pilet.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.platform.Sql;
import org.pilet.security.Access;

@ArquillianTest
class SchemaIT {

    @Inject
    private Sql sql;

    @Inject
    private Access access;

    @Test
    void every_migration_has_been_applied() {
        var applied = sql.list("select success from flyway_schema_history", row -> row.flag("success"));
        assertFalse(applied.isEmpty());
        assertFalse(applied.contains(false));
    }

    @Test
    @As("mari@pilet.test")
    void a_test_may_be_somebody() {
        var mari = sql.list("select id from person where email = ?", row -> row.number("id"), "mari@pilet.test");
        assertEquals(mari, List.of(access.me().personId()));
    }

    @Test
    void our_tables_are_found_before_those_of_the_server() {
        assertEquals(List.of("pilet"), sql.list("select current_schema() as name", row -> row.text("name")));
    }
}
