package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.it.Problem.requireProblem;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Who may do what by the REST API, operation by operation as its own description lists them. */
@ArquillianTest
@RunAsClient
class RestApiPermissionsIT {

    private static final String UNKNOWN = "9999999999"; // no ticket's number

    private final Api anna = Api.as("anna@northwind.test");
    private final Api kadri = Api.as("kadri@laanemere.test");
    private final Api mari = Api.as("mari@pilet.test");
    private final Api jaan = Api.as("jaan@pilet.test");

    @Test
    void the_description_is_served_with_every_operation() {
        Response yaml = RestAssured.given().baseUri(Installation.address()).get("/openapi");
        yaml.then().statusCode(200);
        assertThat(yaml.asString()).contains("openTicket", "tickets:read");
        List<Operation> operations = Operation.all();
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
        for (Operation operation : Operation.all()) {
            Response answer = operation.call(Api.nobody(), "1");
            all.assertThat(answer.statusCode()).as(operation.id()).isEqualTo(401);
            all.assertThat(answer.contentType()).as(operation.id()).startsWith(Problem.TYPE);
            all.assertThat(answer.header("WWW-Authenticate")).as(operation.id()).startsWith("Bearer");
        }
        all.assertAll();
        requireProblem(Api.withToken("pilet_unknown").get("/me"), 401);
        requireProblem(
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
            requireProblem(Api.withToken(token).get("/me"), 401);
        } finally {
            Rows.update("update account set active = true where person_id = (select id from person where email ="
                    + " 'oliver@northwind.test')");
        }
        Rows.update("update api_token set expires_at = now() where person_id = (select id from person where email ="
                + " 'oliver@northwind.test')");
        requireProblem(Api.withToken(token).get("/me"), 401);
    }

    @Test
    void each_operation_refuses_a_token_without_its_scope() {
        SoftAssertions all = new SoftAssertions();
        String number = anna.open("Scopes", "Words");
        for (Operation operation : Operation.all()) {
            if (operation.scopes().isEmpty()) {
                continue;
            }
            String scope = operation.scopes().get(0);
            Api caller = Api.withScopes("ada@pilet.test", Api.scopesBut(scope));
            Response answer = operation.call(caller.call(), number);
            all.assertThat(answer.statusCode()).as(operation.id()).isEqualTo(403);
            all.assertThat(answer.contentType()).as(operation.id()).startsWith(Problem.TYPE);
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
        requireProblem(mari.patch(path, Map.of("priority", "LOW")), 403);
        requireProblem(mari.post(path + "/status", Map.of("status", "OPEN")), 403);
        requireProblem(mari.post(path + "/assign", Map.of()), 403);
        requireProblem(mari.post(path + "/notes", Map.of("text", "x")), 403);
        requireProblem(mari.post(path + "/messages", Map.of("text", "As if I were Anna")), 403);
        jaan.post(path + "/messages", Map.of("text", "Paid back", "statusAfter", "RESOLVED"))
                .then()
                .statusCode(201);
        requireProblem(mari.post(path + "/verdict", Map.of("solved", true)), 403);
        assertThat(jaan.read(path, "status")).isEqualTo("RESOLVED");
        anna.post(path + "/verdict", Map.of("solved", true)).then().statusCode(200);
    }

    /** All operations on the ticket, by number and by id, answer exactly as for one that is not there. */
    private static void allHidden(Api caller, String number, String id) {
        SoftAssertions all = new SoftAssertions();
        List<Operation> operations =
                Operation.all().stream().filter(Operation::takesTicket).toList();
        assertThat(operations).hasSizeGreaterThan(10);
        for (Operation operation : operations) {
            for (String reference : List.of(number, id)) {
                Response hidden = operation.call(caller.call(), reference);
                Response absent = operation.call(caller.call(), reference.startsWith("id:") ? "id:999999999" : UNKNOWN);
                String what = operation.id() + " " + reference;
                all.assertThat(hidden.statusCode()).as(what).isEqualTo(404);
                all.assertThat(hidden.contentType()).as(what).startsWith(Problem.TYPE);
                all.assertThat(hidden.asString()).as(what).isEqualTo(absent.asString());
            }
        }
        all.assertAll();
    }
}
