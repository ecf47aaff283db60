package org.pilet.it;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.pilet.server.Ports;

/**
 * A month of tickets and its reports, a mail and a ready-made answer, so that no page is empty that would not be in real
 * life: what all of {@link Sights} show.
 */
final class FilledHouse {

    /** Has much to tell. */
    static final String BUSY_RULE = "Twice a week a file is restored";

    private FilledHouse() {}

    static void fill(Browser browser) throws SQLException {
        String token = Tokens.of("oskar@pilet.test", "jobs:read", "jobs:write");
        run(token, "demo-data", Map.of("count", "400", "days", "35", "seed", "7"));
        try (Page page = browser.open(1440, 900)) {
            ReportOperator operator = new ReportOperator(page, Installation.address());
            operator.signIn("ada@pilet.test");
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            operator.start(today.minusDays(31).toString(), today.minusDays(1).toString(), false);
            operator.awaitState("COMPLETED");
        }
        Rows.update(
                "with c as (insert into canned_response (id, shortcut, title) values (nextval('canned_response_seq'),"
                        + " 'sight', 'We look into it') on conflict do nothing returning id) insert into canned_text select id, 'en', '<p>Thank you, we"
                        + " look into it.</p>' from c");
        Installation.mail()
                .server()
                .getUserManager()
                .getUser("support@pilet.test")
                .deliver(GreenMailUtil.createTextEmail(
                        "support@pilet.test",
                        "kai@sights.test",
                        "The scanner hums",
                        "Since this morning.",
                        new ServerSetup(Installation.ports().smtp(), Ports.HOST, ServerSetup.PROTOCOL_SMTP)));
        await().atMost(Duration.ofMinutes(1)).until(() -> Rows.text("select max(id)::text from inbound_mail") != null);
        keepKeysAndRules();
    }

    /** Keys of a stranger and of ours, and a rule with much to tell; what is there already from an earlier play stays. */
    private static void keepKeysAndRules() throws SQLException {
        Api ada = Api.as("ada@pilet.test");
        ada.post("/mail-keys", Map.of("kind", "OPENPGP", "file", file("signe.asc"), "trusted", true));
        ada.post(
                "/mail-keys",
                Map.of(
                        "kind",
                        "OPENPGP",
                        "file",
                        file("hr-private.asc"),
                        "mailboxId",
                        Long.valueOf(Rows.text("select id::text from mailbox where address = 'hr@pilet.test'"))));
        ada.post(
                        "/rules",
                        Map.of(
                                "groupId",
                                3,
                                "name",
                                BUSY_RULE,
                                "active",
                                false,
                                "trigger",
                                Map.of("kind", "TIMETABLE", "at", "08:00", "days", List.of("MONDAY", "THURSDAY")),
                                "actions",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "openTicket",
                                                "subject",
                                                "Restore one file from the backup",
                                                "queue",
                                                ada.id("/queues", "items.find { it.name == 'Support' }.id"),
                                                "requester",
                                                ada.id("/me", "person.id"),
                                                "text",
                                                "Take any file of last week and note how long it took."),
                                        Map.of("kind", "task", "task", "Note the minutes it took", "within", 60),
                                        Map.of("kind", "priority", "to", "HIGH"))))
                .then()
                .statusCode(201);
    }

    private static String file(String name) {
        try (InputStream file = FilledHouse.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String token, String job, Map<String, String> parameters) {
        long execution = RestAssured.given()
                .baseUri(Installation.address())
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(parameters)
                .post("/api/v1/jobs/" + job + "/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("executionId");
        await().atMost(Duration.ofMinutes(4)).until(() -> RestAssured.given()
                .baseUri(Installation.address())
                .auth()
                .oauth2(token)
                .get("/api/v1/jobs/executions/" + execution)
                .jsonPath()
                .getString("execution.state")
                .equals("COMPLETED"));
    }
}
