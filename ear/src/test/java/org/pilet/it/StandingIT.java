package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tickets that are for reading: because they are closed, or because their reader works on another one. */
@ArquillianTest
@RunAsClient
class StandingIT {

    private static final int CONFLICT = 409;
    private static final int FORBIDDEN = 403;

    private static Desks desks;
    private static Api mari;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 7);
    private final String customer = "kai." + mark + "@standing.test";

    @BeforeAll
    static void open() {
        desks = new Desks();
        mari = Api.as(Desks.MARI);
    }

    @AfterAll
    static void close() {
        desks.close();
    }

    @Test
    void whoever_closes_a_ticket_confirms_the_contact_data_and_it_is_for_reading_until_it_is_reopened()
            throws SQLException {
        String number = desks.ticket(mark + " closes", customer);
        try (Page page = desks.at(Desks.MARI, Desks.path(number))) {
            page.locator("[id='head:status']").selectOption("CLOSED");
            assertThat(page.locator("[id='head:reopen']")).isVisible();
            assertThat(page.locator("[id='head:contactName']")).hasValue("Kai Customer");
            page.locator("[id='head:contactPhone']").fill("+372 5555 1234");
            page.locator("[id='head:contactRight']").click();
            assertThat(page.locator("[id='head:contactRight']")).hasCount(0);
            assertThat(Rows.text(
                            "select phone || ' ' || (contact_confirmed_at is not null) from person where email = ?",
                            customer))
                    .isEqualTo("+372 5555 1234 true");

            assertThat(page.locator("[id='head:status']")).isDisabled();
            assertThat(page.locator("[id='head:subject']")).isDisabled();
            assertThat(page.locator("[id='properties:queue']")).isDisabled();
            assertThat(page.locator("[id='properties:newTag']")).hasCount(0);
            assertThat(page.locator("[id='team:addTask']")).hasCount(0);
            assertThat(page.locator("#composer")).isHidden();

            page.navigate("/agent/index.xhtml?view=CLOSED&q=" + mark);
            assertThat(page.locator(".ticket-row")).hasCount(1);
            page.navigate(Desks.path(number));
            page.locator("[id='head:reopen']").click();
            assertThat(page.locator("[id='head:status']")).isEnabled();
            assertThat(page.locator("[id='head:status']")).hasValue("OPEN");
            assertThat(page.locator("#composer")).isVisible();
            page.locator(".toast button").first().click();
            assertThat(page.locator("[id='head:reopen']")).isVisible();
        }
    }

    @Test
    void nobodys_ticket_is_theirs_who_opens_it_where_the_queue_wants_that_and_the_page_says_so() throws SQLException {
        String number = desks.ticket(mark + " opened", customer);
        Rows.update(
                "insert into queue_locking (queue_id, minutes, assigns, changed_at) select queue_id, 5, true, now() from"
                        + " ticket where number = ?",
                number);
        try (Page page = desks.at(Desks.MARI, Desks.path(number))) {
            assertThat(page.locator("[id='properties:owner'] option:checked")).hasText("Mari Tamm");
            assertThat(page.locator("[id='head:take']")).hasCount(0);
            page.locator("[id='head:release']").click();
            assertThat(page.locator("[id='head:release']")).hasCount(0);
        } finally {
            Rows.update(
                    "delete from queue_locking where queue_id = (select queue_id from ticket where number = ?)",
                    number);
        }
    }

    @Test
    void the_api_refuses_what_would_change_a_closed_ticket_and_says_what_to_do() {
        String number = mari.open(mark + " archived", "Words");
        String path = "/tickets/" + number;
        String other = mari.open(mark + " other", "Words");
        mari.post(path + "/status", Map.of("status", "CLOSED")).then().statusCode(200);

        for (Response refused : List.of(
                mari.patch(path, Map.of("priority", "URGENT")),
                mari.patch(path, Map.of("addTags", List.of("late"))),
                mari.post(path + "/assign", Map.of("ownerId", mari.id("/me", "person.id"))),
                mari.post(path + "/status", Map.of("status", "ANSWERED")),
                mari.post(path + "/messages", Map.of("text", "One more thing")),
                mari.post(path + "/notes", Map.of("text", "One more thing")),
                mari.post(path + "/tasks", Map.of("title", "One more thing")),
                mari.post(path + "/time", Map.of("minutes", 5, "kind", "WORK")))) {
            refused.then().statusCode(CONFLICT);
            assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:pilet:refusal.ticketClosed");
            assertThat(refused.jsonPath().getString("detail")).contains(number, "avage see uuesti");
        }
        assertThat(mari.post("/tickets/" + other + "/merges", Map.of("into", number))
                        .statusCode())
                .isEqualTo(CONFLICT);

        mari.patch(path, Map.of("priority", "URGENT")).then().statusCode(CONFLICT);
        mari.post(path + "/status", Map.of("status", "OPEN")).then().statusCode(200);
        mari.patch(path, Map.of("priority", "URGENT")).then().statusCode(200);
        assertThat(mari.read(path, "closedAt")).isNull();
    }

    @Test
    void a_gesture_on_many_passes_closed_tickets_over_and_says_why() {
        String closed = mari.open(mark + " many closed", "Words");
        String open = mari.open(mark + " many open", "Words");
        mari.post("/tickets/" + closed + "/status", Map.of("status", "CLOSED"))
                .then()
                .statusCode(200);
        Response run = mari.post(
                "/bulk-changes", Map.of("field", "PRIORITY", "value", "URGENT", "tickets", List.of(closed, open)));
        run.then().statusCode(201);
        String path = "/bulk-changes/" + run.jsonPath().getString("id");
        await().atMost(Browser.PATIENCE).until(() -> mari.read(path, "finishedAt") != null);
        assertThat(mari.read(path, "done")).isEqualTo("1");
        assertThat(mari.read(path, "refused[0].number")).isEqualTo(closed);
        assertThat(mari.read(path, "refused[0].key")).isEqualTo("refusal.ticketClosed");
        assertThat(mari.read("/tickets/" + closed, "priority")).isEqualTo("NORMAL");

        try (Page page = desks.at(Desks.MARI, "/agent/index.xhtml?view=ALL&q=" + mark)) {
            assertThat(page.locator(".ticket-row")).hasCount(2);
            page.locator(".ticket-row").first().hover();
            page.locator("[data-choose]").first().check();
            page.locator("[data-bulk-all]").click();
            page.locator("[data-bulk=PRIORITY]").selectOption("LOW");
            page.locator("[data-whole-go]").click();
            assertThat(page.locator(".whole-refused li")).containsText(closed);
            assertThat(page.locator(".whole-refused li")).containsText("avage see uuesti");
        }
    }

    @Test
    void the_view_of_what_needs_attention_says_why_in_each_row() throws SQLException {
        String number = desks.ticket(mark + " forgotten", customer);
        Rows.update(
                "update ticket set due_at = now() - interval '1 day', created_at = now() - interval '2 hours' where"
                        + " number = ?",
                number);
        try (Page page = desks.at(Desks.MARI, "/agent/index.xhtml?view=NEEDS_ATTENTION&q=" + mark)) {
            page.setViewportSize(360, 740);
            assertThat(page.locator(".ticket-row .lost .pill")).hasCount(2);
            assertThat(page.locator("[data-lost=NOBODYS]")).isVisible();
            assertThat(page.locator("[data-lost=PAST_DATE]")).hasText("Tähtpäev on möödas");
            page.navigate("/agent/index.xhtml?view=ALL_OPEN&q=" + mark);
            assertThat(page.locator(".ticket-row")).hasCount(1);
            assertThat(page.locator(".ticket-row .lost")).hasCount(0);
        }
    }

    @Test
    void where_one_ticket_at_a_time_is_the_rule_a_second_one_opens_for_reading() throws SQLException {
        String first = desks.ticket(mark + " first", customer);
        String second = desks.ticket(mark + " second", customer);
        String done = desks.ticket(mark + " done", customer);
        mari.post("/tickets/" + done + "/status", Map.of("status", "CLOSED"))
                .then()
                .statusCode(200);
        Rows.update("delete from desk_turn");
        oneAtATime(true);
        try (BrowserContext elsewhere = desks.signedIn(Desks.MARI)) {
            Page one = desks.at(Desks.MARI, Desks.path(first));
            assertThat(one.locator("#composer")).isVisible();
            Page two = desks.at(Desks.MARI, Desks.path(second));
            forReading(two, first);
            Page far = elsewhere.newPage();
            far.navigate(Desks.path(second));
            forReading(far, first);
            Page read = desks.at(Desks.MARI, Desks.path(done));
            assertThat(read.locator(".standing a")).hasCount(0);

            far.locator("[id='head:goOnHere']").click();
            assertThat(far.locator("[id='head:status']")).isEnabled();
            assertThat(far.locator("#composer")).isVisible();
            assertThat(one.locator(".standing")).containsText(second);
            assertThat(one.locator("[id='head:status']")).isDisabled();
            assertThat(two.locator("[id='head:status']")).isEnabled(); // the same ticket, in another tab

            two.close();
            far.close();
            assertThat(one.locator("[id='head:status']")).isEnabled();
            assertThat(one.locator(".standing")).hasCount(0);
            one.close();
            read.close();
            Page tamar = desks.at(Desks.TAMAR, Desks.path(first)); // leads are not limited
            Page tamarToo = desks.at(Desks.TAMAR, Desks.path(second));
            assertThat(tamarToo.locator("[id='head:status']")).isEnabled();
            tamar.close();
            tamarToo.close();
        } finally {
            oneAtATime(false);
        }
    }

    @Test
    void where_agents_take_only_the_next_ticket_no_other_can_be_taken_or_answered() {
        List<String> two = List.of(mari.open(mark + " early", "Words"), mari.open(mark + " late", "Words"));
        onlyTheNext(true);
        try {
            String next = mari.post("/routing/next", Map.of()).jsonPath().getString("number");
            String other = two.stream()
                    .filter(number -> !number.equals(next))
                    .findFirst()
                    .orElseThrow();
            Map<String, Object> mine = Map.of("ownerId", mari.id("/me", "person.id"));
            for (Response refused : List.of(
                    mari.post("/tickets/" + other + "/assign", mine),
                    mari.post("/tickets/" + other + "/messages", Map.of("text", "The easy one")))) {
                refused.then().statusCode(FORBIDDEN);
                assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:pilet:refusal.onlyTheNext");
            }
            mari.post("/tickets/" + other + "/notes", Map.of("text", "Seen"))
                    .then()
                    .statusCode(201);
            try (Page page = desks.at(Desks.MARI, "/agent/index.xhtml?view=ALL_OPEN&q=" + mark)) {
                assertThat(page.locator(".ticket-row")).hasCount(2);
                assertThat(page.locator("[data-take]")).hasCount(0);
            }
            mari.post("/tickets/" + next + "/assign", mine).then().statusCode(200);
            Api tamar = Api.as(Desks.TAMAR);
            tamar.post("/tickets/" + other + "/assign", Map.of("ownerId", tamar.id("/me", "person.id")))
                    .then()
                    .statusCode(200); // leads choose
        } finally {
            onlyTheNext(false);
        }
    }

    private static void onlyTheNext(boolean only) {
        Api.as(Desks.ADA)
                .call()
                .contentType(ContentType.JSON)
                .body(Map.of("oneAtATime", false, "onlyKnownTags", false, "onlyTheNext", only))
                .put("/desk-rules")
                .then()
                .statusCode(200);
    }

    private static void forReading(Page page, String instead) {
        assertThat(page.locator(".standing")).containsText(instead);
        assertThat(page.locator("[id='head:status']")).isDisabled();
        assertThat(page.locator("#composer")).hasCount(0);
    }

    private static void oneAtATime(boolean one) {
        Api.as(Desks.ADA)
                .call()
                .contentType(ContentType.JSON)
                .body(Map.of("oneAtATime", one, "onlyKnownTags", false))
                .put("/desk-rules")
                .then()
                .statusCode(200);
    }
}
