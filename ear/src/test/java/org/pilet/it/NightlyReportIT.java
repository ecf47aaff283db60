package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The nightly report, started by hand: figures, files, mail, pages. */
@ArquillianTest
@RunAsClient
class NightlyReportIT {

    private static final String DAY = "2024-03-05";
    private static final String QUEUE = "Reported queue";

    @Test
    void an_operator_reports_a_day_and_everybody_sees_the_same_figures() throws Exception {
        try (var database = Installation.connect()) {
            var past = new PastTickets(database);
            past.create(past.queue(QUEUE), 20, Instant.parse("2024-03-04T20:00:00Z"), Duration.ofHours(1));
        }
        try (var browser = Browser.start();
                var page = browser.open(1440, 900)) {
            var operator = new ReportOperator(page, Installation.address());
            operator.signIn("ada@pilet.test");
            operator.open("reports/index.xhtml");
            page.check("input[value=csv]");
            page.check("input[value=pdf]");
            page.waitForResponse(
                    answer -> answer.request().method().equals("POST"), () -> page.click("#mail\\:subscribe"));
            page.waitForSelector("input[value=csv]:checked");

            long execution = operator.start(DAY, DAY, true);
            operator.awaitState("COMPLETED");
            assertThat(page.locator("#page\\:live table#files tbody tr").count())
                    .isEqualTo(3);
            assertThat(page.locator("#page\\:live table#steps").innerText())
                    .contains("facts", "figures", "files", "mail");
            filesAreWhatTheirChecksumsSay(operator);
            mailIsOnItsWay(execution);

            operator.open("reports/index.xhtml?day=" + DAY + "&by=QUEUE");
            var row =
                    page.locator("#by tbody tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(QUEUE));
            assertThat(row.innerText()).contains("1 h 0 min");
            assertThat(page.locator("#key-figures .key-figure").count()).isEqualTo(7);
            page.waitForFunction("document.querySelectorAll('.chart-box canvas').length === 4");

            page.click("#check");
            page.waitForSelector("#agreement");
            assertThat(page.getAttribute("#agreement", "data-differences")).isEqualTo("0");

            row.locator("a").first().click();
            page.waitForURL("**/tickets.xhtml?**");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("#tickets tbody tr"))
                    .hasCount(16);
        }
    }

    private static void filesAreWhatTheirChecksumsSay(ReportOperator operator) throws Exception {
        var rows = operator.page().locator("table#files tbody tr").all();
        for (var row : rows) {
            var link = row.locator("a");
            var content = download(operator, link.getAttribute("href"));
            var sum = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(row.locator(".checksum").innerText())
                    .isEqualTo(HexFormat.of().formatHex(sum));
            if (link.innerText().endsWith(".csv")) {
                var line = new String(content, StandardCharsets.UTF_8)
                        .lines()
                        .filter(each -> each.contains(QUEUE) && each.contains("FIRST_RESPONSE,"))
                        .filter(each -> !each.contains("AWAITING") && !each.contains("SLA"))
                        .findFirst()
                        .orElseThrow();
                assertThat(line).contains(",17,0,0,3600,3600,3600");
            }
        }
    }

    private static byte[] download(ReportOperator operator, String path) throws Exception {
        List<Cookie> cookies = operator.page().context().cookies();
        var request = HttpRequest.newBuilder(URI.create(Installation.address()).resolve(path))
                .header(
                        "Cookie",
                        cookies.stream()
                                .map(cookie -> cookie.name + "=" + cookie.value)
                                .collect(Collectors.joining("; ")))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static void mailIsOnItsWay(long execution) throws SQLException {
        try (var database = Installation.connect();
                var query = database.prepareStatement(
                        "select payload from outbox where kind = 'mail.files' and dedup_key like ? and payload::json ->>"
                                + " 'personId' = (select id::text from person where email = 'ada@pilet.test')")) {
            query.setString(1, "report.nightly:" + DAY + ":%");
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).as("mail of execution " + execution).isTrue();
                assertThat(rows.getString("payload"))
                        .contains("pilet-" + DAY + ".csv", "pilet-" + DAY + ".pdf")
                        .doesNotContain(".xlsx");
            }
        }
    }
}
