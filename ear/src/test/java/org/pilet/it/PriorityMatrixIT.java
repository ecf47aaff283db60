package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Impact and urgency give the priority, until somebody chooses it. */
@ArquillianTest
@RunAsClient
class PriorityMatrixIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocatorAssertions.HasValueOptions PATIENTLY =
            new LocatorAssertions.HasValueOptions().setTimeout((double) PATIENCE.toMillis());

    private final Api mari = Api.as("mari@pilet.test");
    private final Api ada = Api.as("ada@pilet.test");

    @AfterEach
    void as_it_was_shipped() {
        change("HIGH", "LOW", "NORMAL").then().statusCode(200);
    }

    @Test
    void a_ticket_gets_its_priority_from_both_when_it_is_opened_and_when_one_changes() {
        String ticket = open(Map.of("impact", "HIGH", "urgency", "HIGH"));
        assertThat(priority(ticket)).isEqualTo("URGENT");
        patch(ticket, Map.of("urgency", "LOW")).then().statusCode(200);
        assertThat(priority(ticket)).isEqualTo("NORMAL");
        patch(ticket, Map.of("impact", "LOW", "urgency", "HIGH")).then().statusCode(200);
        assertThat(priority(ticket)).isEqualTo("NORMAL");
        List<String> history = mari.get("/tickets/" + ticket + "/history")
                .jsonPath()
                .getList("items.findAll { it.kind == 'PRIORITY_CHANGED' }.newValue");
        assertThat(history)
                .as("what two changes of one call would give in between is no change")
                .containsExactly("NORMAL");
    }

    @Test
    void a_chosen_priority_stays_until_it_is_given_back() {
        String chosen = open(Map.of("impact", "LOW", "urgency", "LOW", "priority", "HIGH"));
        assertThat(priority(chosen)).isEqualTo("HIGH");
        String ticket = open(Map.of("impact", "MEDIUM", "urgency", "MEDIUM"));
        patch(ticket, Map.of("priority", "URGENT")).then().statusCode(200);
        patch(ticket, Map.of("urgency", "LOW")).then().statusCode(200);
        assertThat(priority(ticket)).isEqualTo("URGENT");
        assertThat(mari.get("/tickets/" + ticket).jsonPath().getBoolean("priorityByHand"))
                .isTrue();
        patch(ticket, Map.of("priorityByHand", false)).then().statusCode(200);
        assertThat(priority(ticket)).isEqualTo("LOW");
        patch(ticket, Map.of("impact", "HUGE")).then().statusCode(422);
        patch(ticket, Map.of("priorityByHand", true)).then().statusCode(422);
        Map<String, Object> unassessed = new HashMap<>();
        unassessed.put("impact", null);
        patch(ticket, unassessed).then().statusCode(200);
        assertThat(mari.get("/tickets/" + ticket).jsonPath().getString("impact"))
                .isNull();
        assertThat(priority(ticket)).isEqualTo("LOW");
    }

    @Test
    void administrators_alone_change_the_matrix_and_nonsense_is_refused() {
        assertThat(mari.get("/priority-matrix").jsonPath().getList("items")).hasSize(9);
        change("HIGH", "LOW", "HIGH").then().statusCode(200);
        assertThat(priority(open(Map.of("impact", "HIGH", "urgency", "LOW")))).isEqualTo("HIGH");
        Response refused = change("HIGH", "HUGE", "HIGH");
        refused.then().statusCode(422);
        assertThat(refused.jsonPath().getString("field")).isEqualTo("items[0].urgency");
        send(mari, "{\"items\": []}").then().statusCode(403);
    }

    @Test
    void the_pages_show_and_change_both() {
        String ticket = open(Map.of());
        try (var browser = Browser.start()) {
            Page page = browser.open(1440, 900);
            page.setDefaultTimeout((double) PATIENCE.toMillis());
            page.navigate("/agent/ticket.xhtml?number=" + ticket);
            Desks.signIn(page, Desks.ADA);
            page.waitForURL("**/agent/ticket.xhtml?number=*");
            page.locator("select[id$=':impact']").selectOption("HIGH");
            await().atMost(PATIENCE).until(() -> "HIGH".equals(read(ticket, "impact")));
            page.locator("select[id$=':urgency']").selectOption("HIGH");
            await().atMost(PATIENCE).until(() -> "URGENT".equals(priority(ticket)));
            Locator shown = page.locator("select[id$=':priority']");
            assertThat(shown).hasValue("URGENT", PATIENTLY);
            shown.selectOption("LOW");
            await().atMost(PATIENCE).until(() -> "LOW".equals(priority(ticket)));
            page.locator("[id$=':followMatrix']").click();
            await().atMost(PATIENCE).until(() -> "URGENT".equals(priority(ticket)));

            page.navigate("/admin/priorities.xhtml");
            page.locator("[data-cell=HIGH-LOW]").selectOption("URGENT");
            page.locator("[id='matrix:save']").click();
            await().atMost(PATIENCE).until(() -> "URGENT"
                    .equals(mari.get("/priority-matrix")
                            .jsonPath()
                            .getString("items.find { it.impact == 'HIGH' && it.urgency == 'LOW' }.priority")));
        }
    }

    @Test
    void many_are_assessed_at_once_found_by_it_and_taken_back() {
        String word = Api.word();
        List<String> tickets = List.of(mari.open("One " + word, "Please"), mari.open("Two " + word, "Please"));
        try (var browser = Browser.start()) {
            Page page = browser.open(1440, 900);
            page.setDefaultTimeout((double) PATIENCE.toMillis());
            page.navigate("/sign-in.xhtml");
            Desks.signIn(page, Desks.MARI);
            page.navigate("/agent/index.xhtml?view=ALL&q=" + word);
            assess(page, "IMPACT");
            await().atMost(PATIENCE)
                    .until(() -> tickets.stream().allMatch(each -> "HIGH".equals(read(each, "impact"))));
            assess(page, "URGENCY");
            await().atMost(PATIENCE).until(() -> tickets.stream().allMatch(each -> "URGENT".equals(priority(each))));
            assertThat(mari.call()
                            .queryParam("q", word + " impact:high urgency:high")
                            .get("/tickets")
                            .jsonPath()
                            .getList("items"))
                    .hasSize(2);
            page.locator("#toasts [data-undo]").last().click();
            await().atMost(PATIENCE).until(() -> tickets.stream().allMatch(each -> "NORMAL".equals(priority(each))));
            for (String ticket : tickets) {
                assertThat(read(ticket, "urgency")).isNull();
                assertThat(read(ticket, "impact")).isEqualTo("HIGH");
                assertThat(read(ticket, "priorityByHand")).isEqualTo("false");
            }
        }
    }

    private static void assess(Page page, String field) {
        page.locator("[data-choose]").first().waitFor();
        page.locator("[data-choose]").nth(0).check();
        page.locator("[data-choose]").nth(1).check();
        page.locator("[data-bulk=" + field + "]").selectOption("HIGH");
        page.locator("#bulk").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private String open(Map<String, String> more) {
        Map<String, Object> asked = new HashMap<>(more);
        asked.put("queue", "Support");
        asked.put("subject", "Assessed " + Api.word());
        asked.put("text", "Please");
        return mari.open(asked);
    }

    private Response patch(String ticket, Map<String, ?> body) {
        return mari.patch("/tickets/" + ticket, body);
    }

    private String priority(String ticket) {
        return read(ticket, "priority");
    }

    private String read(String ticket, String what) {
        return mari.get("/tickets/" + ticket).jsonPath().getString(what);
    }

    private Response change(String impact, String urgency, String priority) {
        return send(
                ada,
                "{\"items\": [{\"impact\": \"%s\", \"urgency\": \"%s\", \"priority\": \"%s\"}]}"
                        .formatted(impact, urgency, priority));
    }

    private static Response send(Api caller, String body) {
        return caller.call().contentType(ContentType.JSON).body(body).put("/priority-matrix");
    }
}
