package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server dies in the middle of the nightly report; started again it finishes it, and nobody can tell the difference. */
class NightlyReportAnomalyIT {

    private static final String FROM = "2024-03-06";
    private static final String TO = "2024-03-08";

    @Test
    void a_report_whose_server_was_killed_ends_with_the_figures_of_an_undisturbed_one() throws Exception {
        try (var server = PiletServer.start("nightly", 41);
                var browser = Browser.start()) {
            try (var database = server.connect()) {
                var past = new PastTickets(database);
                past.create(past.queue("Past"), 1500, Instant.parse("2024-03-01T00:00:00Z"), Duration.ofMinutes(7));
            }
            List<String> undisturbed;
            try (var page = browser.open(1440, 900)) {
                var operator = new ReportOperator(page, server.address());
                operator.signIn("oskar@pilet.test");
                operator.start(FROM, TO, false);
                operator.awaitState("COMPLETED");
                undisturbed = outcome(server);
                assertThat(undisturbed).hasSizeGreaterThan(1000);
                forget(server);
                operator.start(FROM, TO, false);
            }
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> halfWay(server));
            server.kill9();
            assertThat(rows(server, "select 1 from report_day"))
                    .as("killed before the figures")
                    .isEmpty();
            server.startAgain();
            await().atMost(Duration.ofMinutes(3)).until(() -> ended(server));
            assertThat(outcome(server)).isEqualTo(undisturbed);
            assertThat(rows(server, "select said from job_log where said like 'Its server died; goes on%'"))
                    .hasSize(1);
        }
    }

    private static boolean halfWay(PiletServer server) throws SQLException {
        return !rows(
                        server,
                        "select 1 from job_progress where step = 'facts' and done between 1 and total - 1 and"
                                + " execution_id = (select max(execution_id) from job_beat)")
                .isEmpty();
    }

    private static boolean ended(PiletServer server) throws SQLException {
        return !rows(
                        server,
                        "select 1 from job_log where said like 'Execution % ended: COMPLETED' and id > (select"
                                + " max(id) from job_log where said like 'Its server died%')")
                .isEmpty();
    }

    /** All figures, and all files by their checksums. */
    private static List<String> outcome(PiletServer server) throws SQLException {
        var outcome = rows(
                server,
                "select day || ' ' || dimension || ' ' || key || ' ' || metric || ' ' || n || ' ' || hits || ' ' ||"
                        + " excluded || ' ' || coalesce(calendar_median_micros, -1) || ' ' ||"
                        + " coalesce(business_mean_micros, -1) from daily_figure order by 1");
        outcome.addAll(rows(
                server,
                "select name || ' ' || sha256 from job_file where instance_id = (select max(instance_id) from job_file)"
                        + " order by 1"));
        return outcome;
    }

    private static void forget(PiletServer server) throws SQLException {
        try (var database = server.connect();
                var statement = database.createStatement()) {
            statement.execute("truncate report_day, daily_figure, report_fact, job_progress");
        }
    }

    private static List<String> rows(PiletServer server, String query) throws SQLException {
        try (var database = server.connect();
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
