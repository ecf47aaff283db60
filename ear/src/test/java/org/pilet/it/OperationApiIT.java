package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What programs do to run the help desk by the REST API: bring mail in, watch jobs and the outbox, keep tokens. */
@ArquillianTest
@RunAsClient
class OperationApiIT {

    private final Api anna = Api.as("anna@northwind.test");
    private final Api kadri = Api.as("kadri@laanemere.test");
    private final Api mari = Api.as("mari@pilet.test");
    private final Api ada = Api.as("ada@pilet.test");
    private final Api oskar = Api.as("oskar@pilet.test");
    private final String word = Api.word();

    @Test
    void a_mail_that_is_piped_in_is_one_ticket_however_often_it_comes() throws SQLException {
        String raw = "From: Piped <" + word + "@contoso.example>\r\nTo: support@pilet.test\r\nMessage-ID: <" + word
                + "@contoso.example>\r\nSubject: Piped " + word + "\r\n\r\nHello, please help.\r\n";
        Response first = pipe(raw);
        first.then().statusCode(201);
        JsonPath outcome = first.jsonPath();
        assertThat(outcome.getString("decision")).isEqualTo("NEW_TICKET");
        assertThat(outcome.getString("state")).isEqualTo("DONE");
        assertThat(outcome.getBoolean("duplicate")).isFalse();
        String number = outcome.getString("ticketNumber");
        assertThat(mari.read("/tickets/" + number, "subject")).isEqualTo("Piped " + word);
        assertThat(mari.read("/messages/" + outcome.getLong("messageId"), "text"))
                .contains("please help");

        Response second = pipe(raw);
        second.then().statusCode(200);
        assertThat(second.jsonPath().getBoolean("duplicate")).isTrue();
        assertThat(second.jsonPath().getString("ticketNumber")).isEqualTo(number);
        assertThat(second.jsonPath().getLong("messageId")).isEqualTo(outcome.getLong("messageId"));
        assertThat(Rows.text("select count(*) from ticket where subject = ?", "Piped " + word))
                .isEqualTo("1");

        Response elsewhere = ada.call()
                .contentType(Api.MAIL)
                .queryParam("recipient", "nobody@elsewhere.example")
                .body(raw)
                .post("/inbound-mail");
        elsewhere.then().statusCode(422);
        mari.call().contentType(Api.MAIL).body(raw).post("/inbound-mail").then().statusCode(403);
    }

    @Test
    void operators_see_jobs_and_their_executions() {
        JsonPath jobs = oskar.get("/jobs").jsonPath();
        assertThat(jobs.getList("items.name", String.class)).contains("nightly-report", "demo-data");
        JsonPath executions =
                oskar.get("/jobs/nightly-report/executions?limit=5").jsonPath();
        if (!executions.getList("items").isEmpty()) {
            long id = executions.getLong("items[0].id");
            assertThat(oskar.read("/jobs/executions/" + id, "execution.job")).isEqualTo("nightly-report");
            oskar.get("/jobs/executions/" + id + "/log").then().statusCode(200);
        }
        oskar.get("/jobs/executions/999999999").then().statusCode(404);
        oskar.post("/jobs/no-such-job/executions", Map.of()).then().statusCode(404);
        assertThat(oskar.get("/tickets").jsonPath().getList("items"))
                .as("none of their own")
                .isEmpty();
        oskar.get("/tickets/" + anna.open("Not for operators", "Words")).then().statusCode(403);
        mari.get("/jobs").then().statusCode(403);
    }

    @Test
    void a_token_is_made_works_within_its_scopes_and_is_worth_nothing_once_revoked() {
        Response made = anna.post("/tokens", Map.of("name", "Robot " + word, "scopes", List.of("tickets:read")));
        made.then().statusCode(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        Api robot = Api.withToken(made.jsonPath().getString("token"));
        assertThat(robot.read("/me", "person.email")).isEqualTo("anna@northwind.test");
        assertThat(robot.read("/me", "scopes")).isEqualTo("[tickets:read]");
        robot.get("/tickets").then().statusCode(200);
        robot.post("/tickets", Map.of("queue", "Support", "subject", "x", "text", "x"))
                .then()
                .statusCode(403);

        String tokens = anna.get("/tokens").asString();
        assertThat(tokens)
                .contains("Robot " + word)
                .doesNotContain(made.jsonPath().getString("token"));
        String id = anna.get("/tokens").jsonPath().getString("items.find { it.name == 'Robot " + word + "' }.id");
        kadri.call().delete("/tokens/" + id).then().statusCode(404);
        anna.call().delete("/tokens/" + id).then().statusCode(204);
        anna.call().delete("/tokens/" + id).then().statusCode(404);
        robot.get("/me").then().statusCode(401);
        for (Map<String, ?> wrong : List.of(
                Map.of("name", "x", "scopes", List.of("everything")),
                Map.of("name", "x", "scopes", List.of()),
                Map.of("name", " ", "scopes", List.of("admin")),
                Map.of("name", "x", "scopes", List.of("admin"), "validForDays", 367),
                Map.of("name", "x"))) {
            anna.post("/tokens", wrong).then().statusCode(422);
        }
    }

    @Test
    void administrators_watch_the_outbox() {
        String path = "/tickets/" + anna.open("Sent " + word, "Words");
        mari.post(path + "/messages", Map.of("text", "An answer")).then().statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ada.read("/outbox?state=DONE&limit=200", "items.kind"))
                        .contains("mail.reply"));
        assertThat(ada.get("/outbox/counts").jsonPath().getMap("")).containsKeys("WAITING", "DEAD");
        assertThat(ada.get("/outbox?state=DONE&limit=1").header("Link")).contains("rel=\"next\"");
        assertThat(ada.get("/outbox?state=DONE").asString()).doesNotContain("payload");
        ada.call().post("/outbox/999999999/retry").then().statusCode(404);
        ada.get("/outbox?state=NOWHERE").then().statusCode(422);
        mari.get("/outbox").then().statusCode(403);
    }

    private Response pipe(String raw) {
        return ada.call()
                .contentType(Api.MAIL)
                .queryParam("recipient", "support@pilet.test")
                .body(raw)
                .post("/inbound-mail");
    }
}
