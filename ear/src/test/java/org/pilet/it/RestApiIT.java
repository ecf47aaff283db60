package org.pilet.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What programs do by the REST API, against the deployed application. */
@ArquillianTest
@RunAsClient
class RestApiIT {

    private final Api anna = Api.as("anna@northwind.test");
    private final Api kadri = Api.as("kadri@laanemere.test");
    private final Api mari = Api.as("mari@pilet.test");
    private final Api jaan = Api.as("jaan@pilet.test");
    private final Api ada = Api.as("ada@pilet.test");
    private final Api oskar = Api.as("oskar@pilet.test");
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
    void the_list_is_filtered_and_its_pages_are_followed_by_link_to_the_end() {
        String tag = "tag-" + word;
        long annaId = anna.id("/me", "person.id");
        long support =
                Long.parseLong(mari.get("/queues").jsonPath().getString("items.find { it.name == 'Support' }.id"));
        Instant before = Instant.now().minusSeconds(3600);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(mari.open(Map.of(
                    "queueId",
                    support,
                    "subject",
                    "Listed " + word,
                    "text",
                    "Number " + i,
                    "priority",
                    i == 0 ? "URGENT" : "LOW",
                    "tags",
                    List.of(tag),
                    "requester",
                    Map.of("id", annaId))));
        }
        for (String sort : List.of("DEFAULT", "CHANGED", "CREATED", "DUE", "PRIORITY")) {
            assertThat(pages(mari, "/tickets?limit=2&sort=" + sort + "&tag=" + tag))
                    .as(sort)
                    .containsExactlyInAnyOrderElementsOf(numbers);
        }
        assertThat(pages(mari, "/tickets?limit=2&sort=CREATED&tag=" + tag).get(4))
                .isEqualTo(numbers.get(0));
        assertThat(mari.read("/tickets?sort=PRIORITY&tag=" + tag, "items[0].number"))
                .isEqualTo(numbers.get(0));

        assertThat(listed("priority=URGENT&tag=" + tag)).containsExactly(numbers.get(0));
        assertThat(listed("status=NEW,OPEN&status=PENDING&tag=" + tag)).hasSize(5);
        assertThat(listed("status=CLOSED&tag=" + tag)).isEmpty();
        assertThat(listed("view=CLOSED&tag=" + tag)).isEmpty();
        assertThat(listed("view=UNASSIGNED&tag=" + tag)).hasSize(5);
        assertThat(listed("view=MINE&tag=" + tag)).isEmpty();
        assertThat(listed("queue=" + support + "&requester=" + annaId + "&channel=API&tag=" + tag))
                .hasSize(5);
        assertThat(listed("channel=EMAIL&tag=" + tag)).isEmpty();
        assertThat(listed("createdFrom=" + before + "&tag=" + tag)).hasSize(5);
        assertThat(listed("createdBefore=" + before + "&tag=" + tag)).isEmpty();
        assertThat(mari.get("/tickets/counts").jsonPath().getLong("UNASSIGNED")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_customer_lists_and_searches_their_own_tickets_only() {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            own.add(kadri.open("Own " + i, "Holds the word " + word));
        }
        anna.open("Hers", "Holds the word " + word);
        assertThat(pages(kadri, "/tickets?limit=2&q=" + word)).containsExactlyInAnyOrderElementsOf(own);
        assertThat(kadri.get("/tickets?open=false&q=" + word).jsonPath().getList("items"))
                .isEmpty();
        assertThat(kadri.get("/tickets?open=true&q=" + word).jsonPath().getList("items"))
                .hasSize(3);
        // filters of staff do not widen what a customer sees
        assertThat(kadri.get("/tickets?view=ALL&q=" + word).jsonPath().getList("items"))
                .hasSize(3);
    }

    @Test
    void staff_search_words_in_messages_and_notes_numbers_and_requesters() {
        String number = anna.open("Found by number", "Somewhere inside stands " + word + " in a sentence");
        String noted = Api.word();
        mari.post("/tickets/" + number + "/notes", Map.of("text", "Only inside: " + noted))
                .then()
                .statusCode(201);
        assertThat(listed("q=" + word)).containsExactly(number);
        assertThat(listed("q=" + word.toUpperCase(java.util.Locale.ROOT).substring(0, 8)))
                .containsExactly(number);
        assertThat(listed("q=%23" + number)).containsExactly(number);
        assertThat(listed("q=" + noted)).containsExactly(number);
        assertThat(listed("q=anna@northwind.test&limit=200")).contains(number);
        assertThat(anna.get("/tickets?q=" + noted).jsonPath().getList("items"))
                .as("a customer does not find what only a note says")
                .isEmpty();
        assertThat(mari.read("/tickets/" + anna.open("Found by number", "another") + "/similar", "items.number"))
                .contains(number);
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

    @Test
    void customers_are_made_known_once_searched_and_shown_with_their_tickets() {
        String address = word + "@laanemere.test";
        Map<String, String> stranger = Map.of("name", "Stranger " + word, "email", address, "language", "ro");
        Response made = mari.post("/customers", stranger);
        made.then().statusCode(201);
        long id = made.jsonPath().getLong("id");
        assertThat(made.header("Location")).endsWith("/customers/" + id);
        Response again = mari.post("/customers", Map.of("name", "Other", "email", address));
        again.then().statusCode(200);
        assertThat(again.jsonPath().getString("name")).isEqualTo("Stranger " + word);
        assertThat(mari.read("/customers/" + id, "organisationName")).isEqualTo("Läänemere Logistics");
        assertThat(mari.read("/customers?q=" + word, "items[0].id")).isEqualTo(String.valueOf(id));
        String number =
                mari.open(Map.of("queue", "Support", "subject", "Theirs", "text", "x", "requester", Map.of("id", id)));
        assertThat(mari.read("/customers/" + id + "/tickets", "items[0].number"))
                .isEqualTo(number);
        mari.get("/customers/" + mari.id("/me", "person.id")).then().statusCode(404);
        mari.post("/customers", Map.of("email", "nonsense")).then().statusCode(422);
        anna.get("/customers?q=a").then().statusCode(403);
    }

    @Test
    void queues_categories_and_companies_are_listed() {
        JsonPath queues = anna.get("/queues").jsonPath();
        assertThat(queues.getList("items.name", String.class)).contains("Billing", "HR", "Support");
        assertThat(anna.read("/queues/" + queues.getLong("items[0].id"), "name"))
                .isEqualTo(queues.getString("items[0].name"));
        JsonPath categories = anna.get("/categories").jsonPath();
        assertThat(categories.getList("items.path", String.class)).contains("IT / Hardware / Printers");
        assertThat(anna.read("/categories/" + categories.getLong("items[0].id"), "id"))
                .isEqualTo(categories.getString("items[0].id"));
        long company = Long.parseLong(
                mari.get("/organisations").jsonPath().getString("items.find { it.name == 'Northwind' }.id"));
        assertThat(mari.read("/organisations/" + company, "name")).isEqualTo("Northwind");
        anna.get("/organisations").then().statusCode(403);
    }

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

    @Test
    void a_request_is_carried_out_once_for_each_key() throws SQLException {
        Map<String, String> asked = Map.of("queue", "Support", "subject", "Once " + word, "text", "Words");
        Response first = keyed(anna, word, asked);
        Response second = keyed(anna, word, asked);
        first.then().statusCode(201);
        second.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        Response other = keyed(anna, word, Api.with(asked, "text", "Other words"));
        other.then().statusCode(409).contentType("application/problem+json");
        keyed(kadri, word, asked).then().statusCode(201).header("Idempotent-Replayed", (String) null);
        keyed(anna, "has blank", asked).then().statusCode(422);
        assertThat(Rows.text("select count(*) from ticket where subject = ?", "Once " + word))
                .isEqualTo("2");

        Map<String, String> refused = Map.of("queue", "Nowhere", "subject", "Later " + word, "text", "x");
        keyed(anna, "again-" + word, refused).then().statusCode(404);
        keyed(anna, "again-" + word, Api.with(refused, "queue", "Support"))
                .then()
                .statusCode(201);

        String path = "/tickets/" + first.jsonPath().getString("number") + "/messages";
        for (Api writer : List.of(anna, mari)) {
            for (int i = 0; i < 2; i++) {
                writer.call()
                        .header("Idempotency-Key", "said-" + word)
                        .contentType(ContentType.JSON)
                        .body(Map.of("text", "Said once"))
                        .post(path)
                        .then()
                        .statusCode(201);
            }
        }
        assertThat(mari.get(path).jsonPath().getList("items")).hasSize(3);
    }

    @Test
    void eight_posts_at_once_with_one_key_open_one_ticket() throws Exception {
        Map<String, String> asked = Map.of("queue", "Support", "subject", "Race " + word, "text", "Words");
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Response> post = () -> keyed(anna, word, asked);
            List<String> answers = new ArrayList<>();
            for (Future<Response> done : pool.invokeAll(Collections.nCopies(8, post))) {
                done.get().then().statusCode(201);
                answers.add(done.get().asString());
            }
            assertThat(answers.stream().distinct()).hasSize(1);
        } finally {
            pool.shutdown();
        }
        assertThat(Rows.text("select count(*) from ticket where subject = ?", "Race " + word))
                .isEqualTo("1");
    }

    @Test
    void a_change_on_top_of_anothers_is_refused_with_who_changed_what() {
        String path = "/tickets/" + anna.open("Contested " + word, "Words");
        String seen = jaan.get(path).header("ETag");
        mari.patch(path, Map.of("priority", "URGENT")).then().statusCode(200);

        Response refused = jaan.call()
                .header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body(Map.of("priority", "LOW"))
                .patch(path);
        refused.then().statusCode(412).contentType("application/problem+json");
        assertThat(refused.jsonPath().getString("meanwhile[0].actorName")).isEqualTo("Mari Tamm");
        assertThat(refused.jsonPath().getString("meanwhile[0].kind")).isEqualTo("PRIORITY_CHANGED");
        assertThat(refused.jsonPath().getString("meanwhile[0].oldValue")).isEqualTo("NORMAL");
        assertThat(refused.jsonPath().getString("meanwhile[0].newValue")).isEqualTo("URGENT");
        assertThat(refused.jsonPath().getString("detail")).contains("Mari Tamm");
        assertThat(mari.read(path, "priority")).isEqualTo("URGENT");

        Response other = jaan.call()
                .header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body(Map.of("type", "TASK"))
                .patch(path);
        other.then().statusCode(200);
        assertThat(other.header("ETag")).isEqualTo("\"" + other.jsonPath().getInt("version") + "\"");
        jaan.call()
                .header("If-Match", "\"nonsense\"")
                .contentType(ContentType.JSON)
                .body(Map.of("type", "TASK"))
                .patch(path)
                .then()
                .statusCode(422);

        String beforeReply = jaan.get(path).header("ETag");
        anna.post(path + "/messages", Map.of("text", "One more thing")).then().statusCode(201);
        Response late = jaan.call()
                .header("If-Match", beforeReply)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Here you are"))
                .post(path + "/messages");
        late.then().statusCode(412);
        assertThat(late.jsonPath().getString("meanwhile[0].actorName")).isEqualTo("Anna Clarke");
    }

    private static Response keyed(Api caller, String key, Map<String, ?> body) {
        return caller.call()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/tickets");
    }

    private Response pipe(String raw) {
        return ada.call()
                .contentType(Api.MAIL)
                .queryParam("recipient", "support@pilet.test")
                .body(raw)
                .post("/inbound-mail");
    }

    private List<String> listed(String query) {
        return mari.call()
                .urlEncodingEnabled(false)
                .get("/tickets?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.number", String.class);
    }

    /** The numbers on all pages, by the addresses of the header alone. */
    private static List<String> pages(Api caller, String path) {
        List<String> numbers = new ArrayList<>();
        String next = path;
        for (int pages = 0; next != null && pages < 100; pages++) {
            Response page = caller.call()
                    .basePath(next.startsWith("http") ? "" : "/api/v1")
                    .urlEncodingEnabled(false)
                    .get(next);
            page.then().statusCode(200);
            List<String> found = page.jsonPath().getList("items.number", String.class);
            assertThat(found).hasSizeLessThanOrEqualTo(2);
            numbers.addAll(found);
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            assertThat(page.jsonPath().getString("next") == null).isEqualTo(next == null);
        }
        return numbers;
    }
}
