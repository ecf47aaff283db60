package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Service levels by the REST API, against the deployed application. */
@ArquillianTest
@RunAsClient
class SlaApiIT {

    private final Api ada = Api.as("ada@pilet.test");
    private final Api mari = Api.as("mari@pilet.test");
    private final Api oskar = Api.as("oskar@pilet.test");
    private final String word = Api.word();

    @Test
    void a_history_is_played_and_nonsense_is_refused_by_its_place() {
        Response played = send(mari, "/sla/what-if", """
                {"calendar": {"zone": "UTC", "hours": {"mon-fri": "09:00-17:00"}}, "targets": {"resolution": "8h"},
                 "events": [{"type": "created", "at": "2026-11-20T15:00:00Z"},
                            {"type": "pause", "at": "2026-11-20T16:00:00Z"},
                            {"type": "resume", "at": "2026-11-23T10:00:00Z"}]}""");
        played.then().statusCode(200);
        JsonPath result = played.jsonPath();
        assertThat(result.getString("metrics[0].metric")).isEqualTo("RESOLUTION");
        assertThat(result.getString("metrics[0].state")).isEqualTo("RUNNING");
        assertThat(result.getString("metrics[0].dueAt")).isEqualTo("2026-11-23T17:00:00Z");
        assertThat(result.getList("metrics[0].explanation.kind", String.class))
                .containsExactly("COUNTED", "PAUSED", "COUNTED");

        Response refused = send(mari, "/sla/what-if", """
                {"calendar": {"hours": {"mon": []}}, "targets": {"resolution": "8h"},
                 "events": [{"type": "created", "at": "2026-11-20T15:00:00Z"}]}""");
        refused.then().statusCode(422);
        assertThat(refused.jsonPath().getString("field")).isEqualTo("calendar");
    }

    @Test
    void a_calendar_and_a_policy_are_kept_and_an_edit_tells_what_it_would_move() {
        String calendar = """
                {"name": "Hours %s", "zone": "Europe/Tallinn", "hours": {"mon-fri": ["09:00-12:00", "13:00-17:00"]},
                 "holidays": ["12-25"], "exceptions": [{"date": "2026-11-21", "windows": ["10:00-14:00"]}]}""".formatted(word);
        Response made = send(ada, "/sla/calendars", calendar);
        made.then().statusCode(201);
        long id = made.jsonPath().getLong("id");
        JsonPath kept = ada.get("/sla/calendars/" + id).jsonPath();
        assertThat(kept.getList("hours.monday", String.class)).isEqualTo(List.of("09:00-12:00", "13:00-17:00"));
        assertThat(kept.getBoolean("holidays[0].yearly")).isTrue();
        Response impact = send(ada, "/sla/calendars/" + id + "/impact", calendar);
        impact.then().statusCode(200);
        assertThat(impact.jsonPath().getList("moved")).isEmpty();

        Response policy = send(ada, "/sla/policies", """
                {"name": "Policy %s", "position": %d, "active": false, "calendar": %d,
                 "conditions": {"priorities": ["URGENT"], "tags": ["%s"]},
                 "targets": {"firstResponse": "1h", "resolution": {"URGENT": "2 working days", "default": "16h"}},
                 "levels": [{"metric": "resolution", "offset": "-30m", "actions": ["NOTIFY_OWNER"]}]}""".formatted(word, Math.abs(word.hashCode()), id, word));
        policy.then().statusCode(201);
        JsonPath promised =
                ada.get("/sla/policies/" + policy.jsonPath().getLong("id")).jsonPath();
        assertThat(promised.getList("conditions.tags", String.class)).containsExactly(word);
        assertThat(promised.getLong("targets.find { it.priority == 'URGENT' }.workingDays"))
                .isEqualTo(2);
        assertThat(promised.getString("levels[0].offset")).isEqualTo("PT-30M");
        send(mari, "/sla/calendars", calendar).then().statusCode(403);
        String path = "/sla/policies/" + policy.jsonPath().getLong("id");
        ada.call().delete(path).then().statusCode(204);
        ada.get(path).then().statusCode(404);
        mari.open("Promised " + word, "Please"); // by the catch-all, which is in use from then on
        ada.call().delete("/sla/policies/1").then().statusCode(409);

        JsonPath filled = send(ada, "/sla/calendars/" + id + "/holidays", """
                {"country": "EE", "firstYear": 2027}""").jsonPath();
        assertThat(filled.getList("holidays.date", String.class)).contains("12-25", "2027-06-24");
        assertThat(ada.read("/sla/calendars/" + id + "/days?year=2027", "items[174].kind"))
                .isEqualTo("HOLIDAY");
        assertThat(ada.get("/sla/holidays?country=EE&firstYear=2027").jsonPath().getList("items.date", String.class))
                .contains("2027-06-24");
        send(ada, "/sla/calendars/" + id + "/holidays", """
                {"url": "http://127.0.0.1/holidays.ics", "firstYear": 2027}""").then().statusCode(422);
        assertThat(ada.get("/sla/board?state=OVERDUE").statusCode()).isEqualTo(200);
        assertThat(mari.get("/sla/board").statusCode()).isEqualTo(403);
    }

    @Test
    void running_clocks_are_counted_again_by_a_job() {
        Response begun = send(oskar, "/jobs/sla-recount/executions", "{}");
        begun.then().statusCode(202);
        long execution = begun.jsonPath().getLong("executionId");
        await().atMost(Duration.ofMinutes(3)).until(() -> oskar.get("/jobs/executions/" + execution)
                .jsonPath()
                .getString("execution.state")
                .equals("COMPLETED"));
    }

    private static Response send(Api caller, String path, String body) {
        return caller.call().contentType(ContentType.JSON).body(body).post(path);
    }
}
