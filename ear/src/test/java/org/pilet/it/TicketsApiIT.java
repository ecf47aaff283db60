package org.pilet.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What programs do with a ticket by the REST API: open it, change it, write on it, give it to somebody. */
@ArquillianTest
@RunAsClient
class TicketsApiIT {

    private final Api anna = Api.as("anna@northwind.test");
    private final Api kadri = Api.as("kadri@laanemere.test");
    private final Api mari = Api.as("mari@pilet.test");
    private final Api jaan = Api.as("jaan@pilet.test");
    private final String word = Api.word();

    @Test
    void a_customer_opens_a_ticket_and_gets_it_by_number_and_by_id() {
        Response opened = anna.post(
                "/tickets",
                Map.of("queue", "Support", "subject", "Printer " + word, "text", "It hums", "priority", "HIGH"));
        opened.then().statusCode(201);
        String number = opened.jsonPath().getString("number");
        assertThat(opened.jsonPath().getBoolean("newTicket")).isTrue();
        assertThat(opened.header("Location")).endsWith("/api/v1/tickets/" + number);

        Response seen = anna.get("/tickets/" + number);
        seen.then().statusCode(200).contentType(ContentType.JSON);
        JsonPath ticket = seen.jsonPath();
        assertThat(ticket.getString("subject")).isEqualTo("Printer " + word);
        assertThat(ticket.getString("status")).isEqualTo("NEW");
        assertThat(ticket.getString("channel")).isEqualTo("API");
        assertThat(ticket.getString("requesterEmail")).isEqualTo("anna@northwind.test");
        assertThat(seen.header("ETag")).isEqualTo("\"" + ticket.getInt("version") + "\"");
        assertThat(anna.read("/tickets/id:" + ticket.getLong("id"), "number")).isEqualTo(number);
        assertThat(anna.read("/tickets/" + number + "/messages", "items[0].text"))
                .isEqualTo("It hums");
    }

    @Test
    void an_agent_opens_a_ticket_on_behalf_of_a_stranger_who_is_known_since() {
        String address = word + "@northwind.test";
        String number = mari.open(Map.of(
                "queue", "Support",
                "subject", "Called " + word,
                "text", "They called",
                "channel", "PHONE",
                "type", "INCIDENT",
                "tags", List.of("Vip", "phone-" + word),
                "requester", Map.of("email", address, "name", "Caller " + word, "language", "et")));
        JsonPath ticket = mari.get("/tickets/" + number).jsonPath();
        assertThat(ticket.getString("requesterName")).isEqualTo("Caller " + word);
        assertThat(ticket.getString("organisationName")).isEqualTo("Northwind");
        assertThat(ticket.getString("language")).isEqualTo("et");
        assertThat(ticket.getString("channel")).isEqualTo("PHONE");
        assertThat(ticket.getString("type")).isEqualTo("INCIDENT");
        assertThat(ticket.getList("tags", String.class)).containsExactly("phone-" + word, "vip");
        assertThat(mari.read("/customers?q=" + address, "items[0].email")).isEqualTo(address);
    }

    @Test
    void a_customer_cannot_open_a_ticket_for_somebody_else() {
        anna.post(
                        "/tickets",
                        Map.of(
                                "queue", "Support",
                                "subject", "x",
                                "text", "x",
                                "requester", Map.of("email", "kadri@laanemere.test")))
                .then()
                .statusCode(403);
    }

    @Test
    void a_patch_sets_all_or_nothing_and_null_takes_away() {
        String path = "/tickets/" + anna.open("Patched " + word, "Words");
        long me = mari.id("/me", "person.id");
        mari.call()
                .contentType(Api.MERGE_PATCH)
                .body("{\"subject\":\"New " + word + "\",\"priority\":\"high\",\"type\":\"PROBLEM\",\"ownerId\":" + me
                        + ",\"escalated\":true,\"addTags\":[\"A\",\"b\"],\"dueAt\":\"2031-01-02T03:04:05+02:00\"}")
                .patch(path)
                .then()
                .statusCode(200);
        JsonPath ticket = mari.get(path).jsonPath();
        assertThat(ticket.getString("subject")).isEqualTo("New " + word);
        assertThat(ticket.getString("priority")).isEqualTo("HIGH");
        assertThat(ticket.getString("type")).isEqualTo("PROBLEM");
        assertThat(ticket.getLong("ownerId")).isEqualTo(me);
        assertThat(ticket.getBoolean("escalated")).isTrue();
        assertThat(ticket.getList("tags", String.class)).containsExactly("a", "b");
        assertThat(ticket.getString("dueAt")).isEqualTo("2031-01-02T01:04:05Z");

        mari.call()
                .contentType(Api.MERGE_PATCH)
                .body("{\"ownerId\":null,\"dueAt\":null,\"removeTags\":[\"a\"]}")
                .patch(path)
                .then()
                .statusCode(200);
        assertThat(mari.get(path).jsonPath().getString("ownerId")).isNull();
        assertThat(mari.get(path).jsonPath().getString("dueAt")).isNull();

        mari.patch(path, Map.of("subject", "Half", "categoryId", 999_999_999))
                .then()
                .statusCode(404);
        assertThat(mari.read(path, "subject")).isEqualTo("New " + word);
        Response unknown = mari.patch(path, Map.of("status", "CLOSED"));
        unknown.then().statusCode(422);
        assertThat(unknown.jsonPath().getString("field")).isEqualTo("status");
        assertThat(mari.get(path + "/history").jsonPath().getList("items.kind", String.class))
                .contains("OPENED", "SUBJECT_CHANGED", "PRIORITY_CHANGED", "OWNER_CHANGED");
    }

    @Test
    void a_ticket_waits_with_a_reason_is_resolved_with_a_solution_and_closed_by_its_customer() {
        String path = "/tickets/" + anna.open("Life " + word, "Words");
        mari.post(path + "/status", Map.of("status", "PENDING")).then().statusCode(422);
        mari.post(path + "/status", Map.of("status", "PENDING", "reason", "Which model?"))
                .then()
                .statusCode(200);
        assertThat(mari.read(path, "statusReason")).isEqualTo("Which model?");
        mari.post(path + "/status", Map.of("status", "PENDING", "reason", "Which year?"))
                .then()
                .statusCode(200);
        assertThat(mari.read(path, "statusReason")).isEqualTo("Which year?");
        assertThat(mari.get(path + "/history").jsonPath().getList("items.kind", String.class))
                .contains("REASON_CHANGED");
        mari.post(
                        path + "/status",
                        Map.of("status", "POSTPONED", "reason", "Part is ordered", "wakeUpAt", "2031-01-01"))
                .then()
                .statusCode(422);
        mari.post(path + "/status", Map.of("status", "POSTPONED", "reason", "Part", "wakeUpAt", "2031-01-01T09:00:00Z"))
                .then()
                .statusCode(200);

        Response bare = mari.post(path + "/status", Map.of("status", "RESOLVED"));
        bare.then().statusCode(422);
        assertThat(bare.jsonPath().getString("field")).isEqualTo("status");
        mari.post(path + "/messages", Map.of("text", "Turn it off and on", "statusAfter", "RESOLVED"))
                .then()
                .statusCode(201);
        assertThat(mari.read(path, "status")).isEqualTo("RESOLVED");
        assertThat(mari.read(path, "firstResponseAt")).isNotNull();

        anna.post(path + "/verdict", Map.of("solved", false)).then().statusCode(200);
        assertThat(anna.read(path, "status")).isEqualTo("OPEN");
        anna.post(path + "/verdict", Map.of("solved", true)).then().statusCode(409);
        mari.post(path + "/messages", Map.of("text", "Replace it", "statusAfter", "RESOLVED"))
                .then()
                .statusCode(201);
        anna.post(path + "/verdict", Map.of("solved", true)).then().statusCode(200);
        assertThat(anna.read(path, "status")).isEqualTo("CLOSED");

        Response thanks = anna.post(path + "/messages", Map.of("text", "Perfect, thank you very much!"));
        thanks.then().statusCode(201);
        assertThat(thanks.jsonPath().getBoolean("newTicket")).isFalse();
        assertThat(mari.read(path, "status")).isEqualTo("CLOSED");
        assertThat(mari.get(path + "/messages").jsonPath().getList("items.thanks", Boolean.class))
                .endsWith(true);

        Response after = anna.post(path + "/messages", Map.of("text", "It is back"));
        after.then().statusCode(201);
        assertThat(after.jsonPath().getBoolean("newTicket")).isTrue();
        assertThat(path).doesNotEndWith(after.jsonPath().getString("number"));
    }

    @Test
    void a_ticket_is_given_to_those_who_may_work_it_only() {
        String path = "/tickets/" + anna.open("Owned " + word, "Words");
        long support = mari.id(path, "queueId");
        List<Long> workers =
                mari.get("/queues/" + support + "/workers").jsonPath().getList("items.personId", Long.class);
        long jaansId = jaan.id("/me", "person.id");
        assertThat(workers).contains(jaansId);
        mari.post(path + "/assign", Map.of("ownerId", jaansId)).then().statusCode(200);
        assertThat(mari.read(path, "ownerName")).isEqualTo("Jaan Kask");
        assertThat(anna.get(path).jsonPath().getString("ownerName"))
                .as("for staff")
                .isNull();
        Response toACustomer = mari.post(path + "/assign", Map.of("ownerId", anna.id("/me", "person.id")));
        toACustomer.then().statusCode(422);
        assertThat(toACustomer.jsonPath().getString("field")).isEqualTo("ownerId");
        mari.post(path + "/assign", Map.of()).then().statusCode(200);
        assertThat(mari.get(path).jsonPath().getString("ownerName")).isNull();
    }

    @Test
    void a_customer_never_sees_a_note_nor_its_file() {
        String path = "/tickets/" + anna.open("Secret " + word, "Words");
        Response noted = mari.post(
                path + "/notes",
                Map.of(
                        "html",
                        "<p>She is <b>rude</b><script>alert(1)</script></p>",
                        "uploads",
                        List.of(mari.upload("memo.txt", "inside".getBytes(UTF_8)))));
        noted.then().statusCode(201);
        long noteId = noted.jsonPath().getLong("messageId");
        JsonPath note = mari.get("/messages/" + noteId).jsonPath();
        assertThat(note.getString("visibility")).isEqualTo("INTERNAL");
        assertThat(note.getString("html")).contains("<b>rude</b>").doesNotContain("script");
        long fileId = note.getLong("attachments[0].id");
        mari.get("/attachments/" + fileId).then().statusCode(200);
        mari.post(path + "/messages", Map.of("text", "Dear Anna")).then().statusCode(201);

        assertThat(mari.get(path + "/messages").jsonPath().getList("items.visibility", String.class))
                .containsExactly("PUBLIC", "INTERNAL", "PUBLIC");
        String thread =
                anna.get(path + "/messages").then().statusCode(200).extract().asString();
        assertThat(thread).contains("Dear Anna").doesNotContain("rude").doesNotContain("INTERNAL");
        Response hidden = anna.get("/messages/" + noteId);
        hidden.then().statusCode(404);
        assertThat(hidden.asString()).isEqualTo(anna.get("/messages/999999999").asString());
        assertThat(anna.get("/attachments/" + fileId).asString())
                .isEqualTo(anna.get("/attachments/999999999").asString());
        assertThat(anna.get("/tickets?limit=200").asString()).doesNotContain("rude");
        anna.post(path + "/notes", Map.of("text", "x")).then().statusCode(403);
        anna.get(path + "/history").then().statusCode(403);
    }

    @Test
    void a_file_comes_back_byte_for_byte_as_a_download_that_no_browser_would_run() {
        byte[] bytes = new byte[300_007];
        new Random(7).nextBytes(bytes);
        byte[] page = "<script>alert(1)</script>".getBytes(UTF_8);
        Response many = anna.call()
                .multiPart("file", "evil.html", page, "text/html")
                .multiPart("file", "empty.txt", new byte[0], "text/plain")
                .post("/uploads");
        many.then().statusCode(201);
        List<String> slips = new ArrayList<>(many.jsonPath().getList("items.upload", String.class));
        slips.add(0, anna.upload("%D0%BE%D1%82%D1%87%D1%91%D1%82%20%2B.bin", bytes));
        String number =
                anna.open(Map.of("queue", "Support", "subject", "Files " + word, "text", "See", "uploads", slips));
        JsonPath message = anna.get("/tickets/" + number + "/messages").jsonPath();
        assertThat(message.getList("items[0].attachments.name", String.class))
                .containsExactly("отчёт +.bin", "evil.html", "empty.txt");

        Response first = mari.get("/attachments/" + message.getLong("items[0].attachments[0].id"));
        first.then().statusCode(200).contentType("application/octet-stream");
        assertThat(first.asByteArray()).isEqualTo(bytes);
        assertThat(first.header("Content-Length")).isEqualTo("300007");
        Response html = anna.get("/attachments/" + message.getLong("items[0].attachments[1].id"));
        assertThat(html.asByteArray()).isEqualTo(page);
        assertThat(html.contentType()).isEqualTo("application/octet-stream");
        for (Response file : List.of(first, html)) {
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.header("Content-Disposition")).startsWith("attachment;");
            assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        }
        assertThat(anna.get("/attachments/" + message.getLong("items[0].attachments[2].id"))
                        .asByteArray())
                .isEmpty();
        kadri.get("/attachments/" + message.getLong("items[0].attachments[0].id"))
                .then()
                .statusCode(404);
        kadri.post(
                        "/tickets",
                        Map.of("queue", "Support", "subject", "x", "text", "x", "uploads", List.of(slips.get(0))))
                .then()
                .statusCode(404);
    }

    @Test
    void an_agent_chooses_how_the_answer_reaches_the_customer() {
        String path = "/tickets/" + anna.open("By which way " + word, "Words");
        assertThat(refusedField(mari.post(path + "/messages", Map.of("text", "Hi", "channel", "CHAT"))))
                .isEqualTo("channel");
        assertThat(refusedField(mari.post(
                        path + "/messages", Map.of("text", "Hi", "channel", "PORTAL", "cc", "bo@example.test"))))
                .isEqualTo("cc");
        assertThat(refusedField(anna.post(path + "/messages", Map.of("text", "Hi", "channel", "EMAIL"))))
                .isEqualTo("channel");
        mari.post(path + "/messages", Map.of("text", "As I told you", "channel", "PHONE"))
                .then()
                .statusCode(201);
        assertThat(mari.read(path + "/clocks", "items[0].state")).isEqualTo("MET");
        assertThat(anna.read(path + "/messages", "items[-1].channel")).isEqualTo("PHONE");
        assertThat(anna.read(path + "/messages", "items[-1].delivery")).isEqualTo("NONE");
    }

    private static String refusedField(Response refused) {
        return refused.then().statusCode(422).extract().jsonPath().getString("field");
    }

    @Test
    void the_clocks_of_a_ticket_are_for_staff_and_explained() {
        String path = "/tickets/" + anna.open("Promised " + word, "Words");
        JsonPath clocks = mari.get(path + "/clocks").jsonPath();
        assertThat(clocks.getList("items.metric", String.class)).containsExactly("FIRST_RESPONSE", "RESOLUTION");
        assertThat(clocks.getString("items[0].state")).isEqualTo("RUNNING");
        assertThat(clocks.getString("items[0].budget")).startsWith("PT");
        assertThat(clocks.getString("items[0].dueAt")).isNotNull();
        assertThat(mari.get(path + "/clocks/first_response/explanation")
                        .jsonPath()
                        .getList("items"))
                .isNotEmpty();
        mari.get(path + "/clocks/nonsense/explanation").then().statusCode(404);
        mari.post(path + "/messages", Map.of("text", "On it")).then().statusCode(201);
        assertThat(mari.read(path + "/clocks", "items[0].state")).isEqualTo("MET");
        anna.get(path + "/clocks").then().statusCode(403);
    }
}
