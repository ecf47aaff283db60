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
    private static final String DAYS = " day between '" + FROM + "' and '" + TO + "' ";

    @Test
    void a_report_whose_server_was_killed_ends_with_the_figures_of_an_undisturbed_one() throws Exception {
        PiletServer server = PiletServer.mortal();
        try (var browser = Browser.start()) {
            try (var database = server.connect()) {
                var past = new PastTickets(database);
                past.create(past.queue("Past"), 1500, Instant.parse("2024-03-01T00:00:00Z"), Duration.ofMinutes(7));
            }
            List<String> undisturbed;
            long killed;
            long beside;
            try (var page = browser.open(1440, 900)) {
                var operator = new ReportOperator(page, server.address());
                operator.signIn("oskar@pilet.test");
                long first = operator.start(FROM, TO, false);
                operator.awaitState("COMPLETED");
                undisturbed = outcome(server, instance(server, first));
                assertThat(undisturbed).hasSizeGreaterThan(200);
                forget(server);
                beside = operator.start("2024-01-01", "2024-02-28", false);
                killed = operator.start(FROM, TO, false);
            }
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> isHalfWay(server, killed));
            server.kill9();
            assertThat(rows(server, "select day from report_day where" + DAYS))
                    .as("killed before the figures")
                    .isEmpty();
            server.startAgain();
            String instance = instance(server, killed);
            await().atMost(Duration.ofMinutes(3)).until(() -> hasCompleted(server, instance));
            String other = instance(server, beside);
            await().atMost(Duration.ofMinutes(3)).until(() -> hasCompleted(server, other));
            assertThat(outcome(server, instance)).isEqualTo(undisturbed);
            assertThat(rows(
                            server,
                            "select said from job_log where said like 'Its server died; goes on%' and instance_id = "
                                    + instance))
                    .hasSize(1);
        }
    }

    private static String instance(PiletServer server, long execution) throws SQLException {
        return rows(server, "select instance_id from job_beat where execution_id = " + execution)
                .get(0);
    }

    private static boolean isHalfWay(PiletServer server, long execution) throws SQLException {
        return !rows(
                        server,
                        "select 1 from job_progress where step = 'facts' and done between 1 and total - 1 and"
                                + " execution_id = " + execution)
                .isEmpty();
    }

    private static boolean hasCompleted(PiletServer server, String instance) throws SQLException {
        return !rows(
                        server,
                        "select 1 from job_log where said like 'Execution % ended: COMPLETED' and instance_id = "
                                + instance)
                .isEmpty();
    }

    /** All figures, and all files by their checksums. */
    private static List<String> outcome(PiletServer server, String instance) throws SQLException {
        var outcome = rows(
                server,
                "select day || ' ' || dimension || ' ' || key || ' ' || metric || ' ' || n || ' ' || hits || ' ' ||"
                        + " excluded || ' ' || coalesce(calendar_median_micros, -1) || ' ' ||"
                        + " coalesce(business_mean_micros, -1) from daily_figure where" + DAYS + "order by 1");
        outcome.addAll(rows(
                server,
                "select name || ' ' || sha256 from job_file where instance_id = " + instance + " order by name"));
        return outcome;
    }

    private static void forget(PiletServer server) throws SQLException {
        try (var database = server.connect();
                var statement = database.createStatement()) {
            statement.execute("delete from report_day where" + DAYS);
            statement.execute("delete from report_fact where" + DAYS);
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
