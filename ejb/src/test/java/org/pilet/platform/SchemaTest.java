package org.pilet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(PostgresExtension.class)
class SchemaTest {

    private final DataSource dataSource;

    SchemaTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void a_database_that_takes_only_a_to_z_for_letters_is_told_from_one_that_does_not() throws SQLException {
        String url;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            url = connection.getMetaData().getURL();
            statement.execute("create database only_ascii lc_ctype 'C' template template0");
        }
        PGSimpleDataSource ascii = new PGSimpleDataSource();
        ascii.setUrl(url.replaceFirst("/pilet_test_\\d+", "/only_ascii"));
        ascii.setUser("postgres");
        try (Connection connection = ascii.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");
        }

        assertThat(Schema.knowsLetters(ascii)).isFalse();
        assertThat(Schema.knowsLetters(dataSource)).isTrue();
    }
}
