package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What the REST API refuses, and how; operation by operation as its own description lists them. */
@ArquillianTest
@RunAsClient
class RestApiRefusalsIT {

    private static final String PROBLEM = "application/problem+json";
    private static final String UNKNOWN = "9999999999"; // no ticket's number

    /** Bodies that the operations take, so that nothing but the caller is to be refused. */
    private static final Map<String, Map<String, ?>> BODIES = Map.of(
            "changeTicket", Map.of("priority", "LOW"),
            "changeStatus", Map.of("status", "OPEN"),
            "assignTicket", Map.of(),
            "decideTicket", Map.of("solved", true),
            "writeMessage", Map.of("text", "Words"),
            "writeNote", Map.of("text", "Words"),
            "addMailbox", Map.of("address", "new@pilet.test", "queueId", 1),
            "changeMailbox", Map.of("address", "new@pilet.test", "queueId", 1),
            "checkNewMailbox", Map.of("address", "new@pilet.test", "queueId", 1));

    private final Api anna = Api.as("anna@northwind.test");
    private final Api kadri = Api.as("kadri@laanemere.test");
    private final Api mari = Api.as("mari@pilet.test");
    private final Api jaan = Api.as("jaan@pilet.test");

    /** One operation of the description. */
    private record Operation(String id, Method method, String path, String contentType, List<String> scopes) {

        boolean takesTicket() {
            return path.contains("{ticket}");
        }

        Response call(RequestSpecification caller, String ticket) {
            String address = path.replace("{ticket}", ticket)
                    .replace("{metric}", "RESOLUTION")
                    .replace("{job}", "nightly-report")
                    .replaceAll("\\{[a-z]+}", "999999999");
            RequestSpecification request = caller;
            if (contentType != null && contentType.endsWith("json")) {
                request = request.contentType(ContentType.JSON).body(BODIES.getOrDefault(id, Map.of()));
            } else if (contentType != null && contentType.equals(Api.MAIL)) {
                request = request.contentType(Api.MAIL).body("From: a@b.example\r\n\r\nx");
            } else if (contentType != null) {
                request = request.contentType(ContentType.BINARY).body(new byte[] {1});
            }
            return request.request(method, address);
        }
    }

    @Test
    void the_description_is_served_with_every_operation() {
        Response yaml = RestAssured.given().baseUri(Installation.address()).get("/openapi");
        yaml.then().statusCode(200);
        assertThat(yaml.asString()).contains("openTicket", "tickets:read");
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(40);
        assertThat(operations.stream().map(Operation::id))
                .contains("openTicket", "listTickets", "changeTicket", "takeMail", "startJob", "retryOutbox")
                .doesNotHaveDuplicates();
        Response json = RestAssured.given().baseUri(Installation.address()).get("/openapi?format=JSON");
        assertThat(json.jsonPath().getString("servers[0].url")).isEqualTo("/api/v1");
        assertThat(json.jsonPath().getString("components.schemas.TicketView.description"))
                .isNotBlank();
    }

    @Test
    void nobody_gets_anything_without_a_valid_token() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : operations()) {
            Response answer = operation.call(Api.nobody(), "1");
            all.assertThat(answer.statusCode()).as(operation.id()).isEqualTo(401);
            all.assertThat(answer.contentType()).as(operation.id()).startsWith(PROBLEM);
            all.assertThat(answer.header("WWW-Authenticate")).as(operation.id()).startsWith("Bearer");
        }
        all.assertAll();
        isProblem(Api.withToken("pilet_unknown").get("/me"), 401);
        isProblem(
                Api.nobody()
                        .auth()
                        .preemptive()
                        .basic("anna@northwind.test", "pilet-demo")
                        .get("/me"),
                401);
    }

    @Test
    void an_expired_token_and_that_of_a_closed_account_are_refused() throws SQLException {
        String token = Tokens.of("oliver@northwind.test", "tickets:read");
        Api.withToken(token).get("/me").then().statusCode(200);
        Rows.update("update account set active = false where person_id = (select id from person where email ="
                + " 'oliver@northwind.test')");
        try {
            isProblem(Api.withToken(token).get("/me"), 401);
        } finally {
            Rows.update("update account set active = true where person_id = (select id from person where email ="
                    + " 'oliver@northwind.test')");
        }
        Rows.update("update api_token set expires_at = now() where person_id = (select id from person where email ="
                + " 'oliver@northwind.test')");
        isProblem(Api.withToken(token).get("/me"), 401);
    }

    @Test
    void each_operation_refuses_a_token_without_its_scope() {
        SoftAssertions all = new SoftAssertions();
        String number = anna.open("Scopes", "Words");
        for (Operation operation : operations()) {
            if (operation.scopes().isEmpty()) {
                continue;
            }
            String scope = operation.scopes().get(0);
            Api caller = Api.withScopes("ada@pilet.test", Api.scopesBut(scope));
            Response answer = operation.call(caller.call(), number);
            all.assertThat(answer.statusCode()).as(operation.id()).isEqualTo(403);
            all.assertThat(answer.contentType()).as(operation.id()).startsWith(PROBLEM);
            all.assertThat(answer.asString())
                    .as(operation.id())
                    .contains("refusal.scopeMissing")
                    .contains(scope);
        }
        all.assertAll();
    }

    @Test
    void another_customers_ticket_does_not_exist_whatever_is_asked_of_it() {
        String number = anna.open("Hers alone", "Words");
        String id = "id:" + mari.id("/tickets/" + number, "id");
        mari.post("/tickets/" + number + "/messages", Map.of("text", "Solved", "statusAfter", "RESOLVED"))
                .then()
                .statusCode(201);
        long messages = mari.get("/tickets/" + number + "/messages")
                .jsonPath()
                .getList("items")
                .size();
        allHidden(kadri, number, id);
        assertThat(mari.get("/tickets/" + number + "/messages").jsonPath().getList("items"))
                .hasSize((int) messages);
        assertThat(mari.read("/tickets/" + number, "status")).isEqualTo("RESOLVED");
        long message = mari.id("/tickets/" + number + "/messages", "items[0].id");
        assertThat(kadri.get("/messages/" + message).asString())
                .isEqualTo(kadri.get("/messages/999999999").asString());
    }

    @Test
    void a_ticket_of_a_queue_that_an_agent_may_not_see_does_not_exist_for_them() {
        String number = anna.open(Map.of("queue", "HR", "subject", "Leave", "text", "Words"));
        String id = "id:" + jaan.id("/tickets/" + number, "id");
        allHidden(mari, number, id);
        assertThat(mari.get("/tickets?view=ALL&limit=200&queue=" + jaan.id("/tickets/" + number, "queueId"))
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void an_agent_who_may_only_read_a_queue_can_neither_work_its_tickets_nor_speak_as_their_customer() {
        String path = "/tickets/" + anna.open(Map.of("queue", "Billing", "subject", "Invoice", "text", "Words"));
        mari.get(path).then().statusCode(200);
        isProblem(mari.patch(path, Map.of("priority", "LOW")), 403);
        isProblem(mari.post(path + "/status", Map.of("status", "OPEN")), 403);
        isProblem(mari.post(path + "/assign", Map.of()), 403);
        isProblem(mari.post(path + "/notes", Map.of("text", "x")), 403);
        isProblem(mari.post(path + "/messages", Map.of("text", "As if I were Anna")), 403);
        jaan.post(path + "/messages", Map.of("text", "Paid back", "statusAfter", "RESOLVED"))
                .then()
                .statusCode(201);
        isProblem(mari.post(path + "/verdict", Map.of("solved", true)), 403);
        assertThat(jaan.read(path, "status")).isEqualTo("RESOLVED");
        anna.post(path + "/verdict", Map.of("solved", true)).then().statusCode(200);
    }

    @Test
    void what_cannot_be_read_is_a_bad_request() {
        for (String body :
                List.of("{", "", "null", "[]", "\"x\"", "{\"queueId\":\"x\"}", "{\"text\":{}}", "{\"uploads\":3}")) {
            isProblem(anna.call().contentType(ContentType.JSON).body(body).post("/tickets"), 400);
        }
        String path = "/tickets/" + anna.open("Patch", "Words");
        for (String body : List.of("{", "", "[]", "3")) {
            isProblem(mari.call().contentType(ContentType.JSON).body(body).patch(path), 400);
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
            isProblem(mari.get("/tickets?" + query), 422);
        }
        isProblem(anna.get("/tickets?open=maybe"), 422);
        String path = "/tickets/" + anna.open("Rules", "Words");
        isProblem(mari.get(path + "/similar?limit=-5"), 422);
        isProblem(mari.get(path + "/similar?limit=0"), 422);
        isProblem(mari.get("/customers?limit=0"), 422);
        isProblem(mari.post(path + "/status", Map.of()), 422);
        isProblem(mari.patch(path, Map.of("escalated", "yes")), 422);
        isProblem(mari.patch(path, Map.of("categoryId", 1.5)), 422);
        isProblem(mari.patch(path, Map.of("addTags", "one")), 422);
        isProblem(mari.patch(path, Map.of("dueAt", "2001-01-01T00:00:00Z")), 422);
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
                        .startsWith(PROBLEM);
            }
        }
        all.assertAll();
    }

    @Test
    void what_does_not_fit_the_address_is_a_problem_too() {
        isProblem(anna.get("/nothing/here"), 404);
        isProblem(Api.nobody().basePath("/api/v2").get("/tickets"), 404);
        isProblem(anna.get("/tickets/" + UNKNOWN), 404);
        isProblem(anna.get("/queues/999999999"), 404);
        Response method = anna.call().delete("/tickets");
        isProblem(method, 405);
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        isProblem(anna.call().contentType(ContentType.TEXT).body("x").post("/tickets"), 415);
        isProblem(anna.call().accept("image/png").get("/tickets"), 406);
        isProblem(Api.withScopes("ada@pilet.test", "mail:inject").post("/inbound-mail", Map.of()), 415);
    }

    @Test
    void what_is_too_large_is_refused() {
        Map<String, String> asked = Map.of("queue", "Support", "subject", "x", "text", "x".repeat(15 * 1024 * 1024));
        isProblem(anna.post("/tickets", asked), 413);
        isProblem(
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

    /** All operations on the ticket, by number and by id, answer exactly as for one that is not there. */
    private static void allHidden(Api caller, String number, String id) {
        SoftAssertions all = new SoftAssertions();
        List<Operation> operations =
                operations().stream().filter(Operation::takesTicket).toList();
        assertThat(operations).hasSizeGreaterThan(10);
        for (Operation operation : operations) {
            for (String reference : List.of(number, id)) {
                Response hidden = operation.call(caller.call(), reference);
                Response absent = operation.call(caller.call(), reference.startsWith("id:") ? "id:999999999" : UNKNOWN);
                String what = operation.id() + " " + reference;
                all.assertThat(hidden.statusCode()).as(what).isEqualTo(404);
                all.assertThat(hidden.contentType()).as(what).startsWith(PROBLEM);
                all.assertThat(hidden.asString()).as(what).isEqualTo(absent.asString());
            }
        }
        all.assertAll();
    }

    private String refusedField(Map<String, ?> asked) {
        Response answer = anna.post("/tickets", asked);
        isProblem(answer, 422);
        return answer.jsonPath().getString("field");
    }

    private static void isProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).as(answer.asString()).startsWith(PROBLEM);
        assertThatCode(() -> answer.jsonPath().get()).doesNotThrowAnyException();
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
        assertThat(answer.jsonPath().getString("type")).isNotBlank();
    }

    private static String cursor(String plain) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes());
    }

    private static List<Operation> operations() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .baseUri(Installation.address())
                .get("/openapi?format=JSON")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, about) -> {
            if (about instanceof Map<?, ?> operation && operation.containsKey("operationId")) {
                operations.add(operation(path, method, operation));
            }
        }));
        return operations;
    }

    private static Operation operation(String path, String method, Map<?, ?> about) {
        String contentType =
                about.get("requestBody") instanceof Map<?, ?> body && body.get("content") instanceof Map<?, ?> types
                        ? String.valueOf(new TreeSet<>(types.keySet()).first())
                        : null;
        List<String> scopes = new ArrayList<>();
        if (about.get("security") instanceof List<?> security && security.get(0) instanceof Map<?, ?> token) {
            ((List<?>) token.get("token")).forEach(scope -> scopes.add(String.valueOf(scope)));
        }
        return new Operation(
                String.valueOf(about.get("operationId")),
                Method.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                path,
                contentType,
                scopes);
    }
}
