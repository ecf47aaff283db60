package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.it.Problem.requireProblem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What the REST API refuses of what it is sent, and how: nothing that a caller sends is a fault of the server. */
@ArquillianTest
@RunAsClient
class RestApiRefusalsIT {

    private static final String UNKNOWN = "9999999999"; // no ticket's number

    private final Api anna = Api.as("anna@northwind.test");
    private final Api kadri = Api.as("kadri@laanemere.test");
    private final Api mari = Api.as("mari@pilet.test");

    @Test
    void what_cannot_be_read_is_a_bad_request() {
        for (String body :
                List.of("{", "", "null", "[]", "\"x\"", "{\"queueId\":\"x\"}", "{\"text\":{}}", "{\"uploads\":3}")) {
            requireProblem(anna.call().contentType(ContentType.JSON).body(body).post("/tickets"), 400);
        }
        String path = "/tickets/" + anna.open("Patch", "Words");
        for (String body : List.of("{", "", "[]", "3")) {
            requireProblem(mari.call().contentType(ContentType.JSON).body(body).patch(path), 400);
        }
    }

    @Test
    void what_breaks_a_rule_is_refused_by_the_name_of_its_field() {
        Map<String, String> good = Map.of("queue", "Support", "subject", "x", "text", "x");
        assertThat(refusedField(Api.with(good, "priority", "HIGHEST"))).isEqualTo("priority");
        assertThat(refusedField(Api.with(good, "type", "WISH"))).isEqualTo("type");
        assertThat(refusedField(Map.of("subject", "x", "text", "x"))).isEqualTo("queueId");
        assertThat(refusedField(Map.of("subject", "x", "queue", "Support"))).isEqualTo("text");
        for (String query : List.of(
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=x",
                "status=NOWHERE",
                "view=ALLES",
                "sort=x",
                "queue=x",
                "queue=99999999999999999999",
                "createdFrom=yesterday",
                "createdFrom=2026-01-01",
                "cursor=x",
                "cursor=TUlORXwy")) {
            requireProblem(mari.get("/tickets?" + query), 422);
        }
        requireProblem(anna.get("/tickets?open=maybe"), 422);
        String path = "/tickets/" + anna.open("Rules", "Words");
        requireProblem(mari.get(path + "/similar?limit=-5"), 422);
        requireProblem(mari.get(path + "/similar?limit=0"), 422);
        requireProblem(mari.get("/customers?limit=0"), 422);
        requireProblem(mari.post(path + "/status", Map.of()), 422);
        requireProblem(mari.patch(path, Map.of("escalated", "yes")), 422);
        requireProblem(mari.patch(path, Map.of("categoryId", 1.5)), 422);
        requireProblem(mari.patch(path, Map.of("addTags", "one")), 422);
        requireProblem(mari.patch(path, Map.of("dueAt", "2001-01-01T00:00:00Z")), 422);
    }

    @Test
    void nothing_that_a_caller_sends_is_a_fault_of_the_server() {
        SoftAssertions all = new SoftAssertions();
        Map<String, String> good = Map.of("queue", "Support", "subject", "x", "text", "x");
        String nul = "a\u0000b";
        List<Object> oneNull = Arrays.asList((Object) null);
        String path = "/tickets/" + anna.open("Odd", "Words");
        List<Response> answers = new ArrayList<>(List.of(
                mari.post("/tickets", Api.with(good, "subject", nul)),
                mari.post("/tickets", Api.with(good, "text", nul)),
                mari.post("/tickets", Api.with(good, "html", "<p>" + nul + "</p>")),
                mari.post("/tickets", Api.with(good, "queue", nul)),
                mari.post("/tickets", Api.with(good, "tags", oneNull)),
                mari.post("/tickets", Api.with(good, "tags", List.of(nul))),
                mari.post("/tickets", Api.with(good, "tags", List.of("t".repeat(5000)))),
                mari.post("/tickets", Api.with(good, "uploads", oneNull)),
                mari.post("/tickets", Api.with(good, "uploads", List.of("forged"))),
                mari.post("/tickets", Api.with(good, "language", "x".repeat(5000))),
                mari.post("/tickets", Api.with(good, "language", nul)),
                mari.post("/tickets", Api.with(good, "subject", "x".repeat(100_000))),
                mari.post("/tickets", Api.with(good, "requester", Map.of("email", "a\u0000@b.example"))),
                mari.post(
                        "/tickets",
                        Api.with(good, "requester", Map.of("email", Api.word() + "@b.example", "name", nul))),
                mari.post("/tickets", Api.with(good, "requester", Map.of("id", -1))),
                mari.post("/tickets", Api.with(good, "queueId", Long.MAX_VALUE)),
                mari.post("/customers", Map.of("email", Api.word() + "@b.example", "phone", nul)),
                mari.post("/customers", Map.of("email", Api.word() + "@b.example", "phone", "1".repeat(5000))),
                mari.post("/customers", Map.of("email", Api.word() + "@b.example", "zone", "Mars/Crater")),
                mari.post("/customers", Map.of("email", Api.word() + "@b.example", "language", "x".repeat(5000))),
                mari.post("/customers", Map.of("name", "x")),
                mari.post("/tokens", Map.of("name", nul, "scopes", List.of("admin"))),
                mari.post("/tokens", Map.of("name", "n".repeat(5000), "scopes", List.of("admin"))),
                mari.post("/tokens", Map.of("name", "x", "scopes", oneNull)),
                mari.post(path + "/messages", Map.of("text", nul, "cc", nul)),
                mari.post(path + "/messages", Map.of("text", "x", "cc", "not an address")),
                mari.post(path + "/notes", Map.of("text", nul)),
                mari.post(path + "/status", Map.of("status", "PENDING", "reason", nul)),
                mari.post(path + "/status", Map.of("status", "PENDING", "reason", "r".repeat(5000))),
                mari.post(
                        path + "/status",
                        Map.of("status", "POSTPONED", "reason", "r", "wakeUpAt", "+999999999-01-01T00:00:00Z")),
                mari.post(path + "/status", Map.of("status", "MERGED")),
                mari.post(path + "/assign", Map.of("ownerId", Long.MAX_VALUE)),
                mari.patch(path, Map.of("subject", nul)),
                mari.patch(path, Map.of("addTags", oneNull)),
                mari.patch(path, Map.of("removeTags", List.of(nul))),
                mari.patch(path, Map.of("addParticipants", List.of(-1))),
                mari.patch(path, Map.of("dueAt", "+999999999-01-01T00:00:00Z")),
                mari.patch(path, Map.of("responsibleId", -1)),
                mari.patch(path, Map.of()),
                mari.get("/tickets/%00"),
                mari.get("/tickets/id:-1"),
                mari.get("/customers?q=%00"),
                mari.get("/messages/x")));
        for (String query : List.of(
                "q=%00",
                "q='",
                "q=%25%5C_",
                "q=a%26!%7C(:*",
                "q=@.-",
                "q=-",
                "q=%F0%9F%98%80",
                "q=%ff%fe",
                "tag=%00",
                "createdFrom=%2B999999999-01-01T00:00:00Z",
                "createdBefore=-999999999-01-01T00:00:00Z",
                "category=-1",
                "cursor=" + cursor("CHANGED|+999999999-12-31T00:00:00Z|1") + "&sort=CHANGED",
                "cursor=" + cursor("CHANGED|2026-01-01T00:00:00Z|x") + "&sort=CHANGED")) {
            answers.add(mari.call().urlEncodingEnabled(false).get("/tickets?" + query));
            answers.add(anna.call().urlEncodingEnabled(false).get("/tickets?" + query));
        }
        for (String name : List.of("%00", "..%2F..%2Fetc%2Fpasswd", "%zz", "x".repeat(5000), "%0D%0ASet-Cookie:a")) {
            answers.add(anna.call()
                    .contentType(ContentType.BINARY)
                    .header("X-File-Name", name)
                    .body(new byte[1])
                    .post("/uploads"));
        }
        for (int i = 0; i < answers.size(); i++) {
            Response answer = answers.get(i);
            all.assertThat(answer.statusCode()).as(i + ": " + answer.asString()).isBetween(200, 499);
            if (answer.statusCode() >= 400) {
                all.assertThat(answer.contentType())
                        .as(i + ": " + answer.asString())
                        .startsWith(Problem.TYPE);
            }
        }
        all.assertAll();
    }

    @Test
    void what_does_not_fit_the_address_is_a_problem_too() {
        requireProblem(anna.get("/nothing/here"), 404);
        requireProblem(Api.nobody().basePath("/api/v2").get("/tickets"), 404);
        requireProblem(anna.get("/tickets/" + UNKNOWN), 404);
        requireProblem(anna.get("/queues/999999999"), 404);
        Response method = anna.call().delete("/tickets");
        requireProblem(method, 405);
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        requireProblem(anna.call().contentType(ContentType.TEXT).body("x").post("/tickets"), 415);
        requireProblem(anna.call().accept("image/png").get("/tickets"), 406);
        requireProblem(Api.withScopes("ada@pilet.test", "mail:inject").post("/inbound-mail", Map.of()), 415);
    }

    @Test
    void what_is_too_large_is_refused() {
        Map<String, String> asked = Map.of("queue", "Support", "subject", "x", "text", "x".repeat(15 * 1024 * 1024));
        requireProblem(anna.post("/tickets", asked), 413);
        requireProblem(
                anna.call()
                        .contentType(ContentType.BINARY)
                        .header("X-File-Name", "large.bin")
                        .body(new byte[25 * 1024 * 1024 + 1])
                        .post("/uploads"),
                413);
    }

    @Test
    void a_no_is_said_in_the_callers_language() {
        String english = anna.get("/tickets/" + UNKNOWN).jsonPath().getString("detail");
        String estonian = kadri.get("/tickets/" + UNKNOWN).jsonPath().getString("detail");
        String persian = anna.call()
                .header("Accept-Language", "fa-IR")
                .get("/tickets/" + UNKNOWN)
                .jsonPath()
                .getString("detail");
        assertThat(List.of(english, estonian, persian)).doesNotHaveDuplicates();
        assertThat(persian.codePoints().map(c -> Character.UnicodeScript.of(c).ordinal()))
                .contains(Character.UnicodeScript.ARABIC.ordinal());
    }

    private String refusedField(Map<String, ?> asked) {
        Response answer = anna.post("/tickets", asked);
        requireProblem(answer, 422);
        return answer.jsonPath().getString("field");
    }

    private static String cursor(String plain) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes());
    }
}
