package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The server dies without a word; the next one takes over what it left. */
class RestartAnomalyIT {

    @Test
    void a_killed_server_comes_back_on_the_same_data() throws SQLException {
        try (var server = PiletServer.start("restart", 80)) {
            var before = count(server);

            server.kill9();
            assertThat(server.process().isAlive()).isFalse();
            server.startAgain();

            assertThat(count(server)).isEqualTo(before).isPositive();
        }
    }

    private static long count(PiletServer server) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from account")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
