package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** An administrator builds a rule, tries it on the past, and watches it work; programs do the same by the API. */
@ArquillianTest
@RunAsClient
class RuleBuilderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout((double) PATIENCE.toMillis());

    private final String word = Api.word();
    private final Api agent = Api.as("mari@pilet.test");
    private final Api administrator = Api.as("ada@pilet.test");

    @Test
    void an_administrator_builds_a_rule_tries_it_and_watches_it_work() {
        String before = agent.open("Kettle " + word, "The kettle is cold");
        try (var browser = Browser.start()) {
            Page page = signIn(browser);
            page.locator("[id='rule:name']").fill("Kettles " + word);
            line(page, "when").locator(".rule-kind").selectOption("OPENED");
            line(page, "if-0").locator(".add-condition").click();
            choose(line(page, "if-1"), "subject", "phrases").locator("input").fill(word);
            line(page, "if-0").locator(".add-branch").click();
            line(page, "if-2").locator(".rule-join").selectOption("NONE");
            choose(line(page, "if-3"), "priority", "anyOf").locator("select").selectOption("URGENT");
            choose(line(page, "do-0"), "priority", "to").locator("select").selectOption("HIGH");
            page.locator("[id='rule:addAction']").click();
            choose(line(page, "do-1"), "note", "text").locator("textarea").fill("Dear {{customer.name}}");

            page.locator("[id='rule:try']").click();
            Locator trial = page.locator("#trial [data-ticket='" + before + "']");
            assertThat(trial).containsText("High", PATIENTLY);
            assertThat(agent.read("/tickets/" + before, "priority"))
                    .as("a trial changes nothing")
                    .isEqualTo("NORMAL");

            page.locator("[id='rule:save']").click();
            assertThat(page.locator(".rule-sentence")).containsText(word, PATIENTLY);
            await().atMost(PATIENCE)
                    .until(() -> administrator.get("/rules").jsonPath().<String>getList("items.name").stream()
                            .anyMatch(name -> name.equals("Kettles " + word)));

            String after = agent.open("Another kettle " + word, "It is cold, too");
            await().atMost(PATIENCE)
                    .until(() -> agent.read("/tickets/" + after, "priority").equals("HIGH"));
            List<String> causes = agent.get("/tickets/" + after + "/history")
                    .jsonPath()
                    .getList("items.findAll { it.kind == 'PRIORITY_CHANGED' }.cause");
            assertThat(causes).hasSize(1).allMatch(cause -> cause.endsWith(" Kettles " + word));

            page.navigate("/admin/rule-runs.xhtml?ticket=" + after);
            assertThat(page.locator("#content")).containsText("Kettles " + word, PATIENTLY);
            page.navigate("/admin/rules.xhtml");
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Kettles " + word));
            row.locator(".toggle").click();
            assertThat(row.locator(".toggle")).containsText("Off", PATIENTLY);
        }
    }

    @Test
    void programs_make_try_call_and_remove_rules() {
        Map<String, Object> rule = Map.of(
                "groupId",
                3,
                "name",
                "Hook " + word,
                "trigger",
                Map.of("kind", "HOOK"),
                "conditions",
                Map.of("kind", "payload", "pointer", "/state", "value", "down"),
                "actions",
                List.of(Map.of("kind", "tag", "tag", "down")));
        administrator
                .post("/rules", Api.with(rule, "actions", List.of(Map.of("kind", "explode"))))
                .then()
                .statusCode(422)
                .body("field", org.hamcrest.Matchers.equalTo("actions[0].kind"));
        var made = administrator
                .post("/rules", rule)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(made.getString("summary")).contains("“down”");
        long id = made.getLong("id");
        administrator
                .call()
                .contentType("application/json")
                .body(Api.with(rule, "version", -1))
                .put("/rules/" + id)
                .then()
                .statusCode(409);
        String ticket = agent.open("Server " + word, "Is it up?");
        agent.post("/rules/" + id + "/hook?ticket=" + ticket, Map.of("state", "down"))
                .then()
                .statusCode(202);
        await().atMost(PATIENCE).until(() -> agent.get("/tickets/" + ticket)
                .jsonPath()
                .<String>getList("tags")
                .contains("down"));
        assertThat(administrator.read("/rules/runs?rule=" + id, "items[0].state"))
                .isEqualTo("DONE");
        assertThat(administrator.get("/rules/catalogue").jsonPath().getList("conditions.name"))
                .contains("payload");
        assertThat(administrator.read("/rules/statistics", "items.find { it.ruleId == " + id + " }.done"))
                .isEqualTo("1");
        administrator
                .post("/rules/dry-run", Api.with(rule, "trigger", Map.of("kind", "OPENED")))
                .then()
                .statusCode(200);
        Map<String, Object> opens = Map.of(
                "kind",
                "openTicket",
                "subject",
                "Check the backups",
                "queue",
                agent.id("/queues", "items.find { it.name == 'Support' }.id"));
        Map<String, Object> daily = Map.of(
                "groupId",
                3,
                "name",
                "Backups " + word,
                "trigger",
                Map.of("kind", "TIMETABLE", "at", "08:00"),
                "actions",
                List.of(opens));
        administrator
                .post("/rules/dry-run", daily)
                .then()
                .statusCode(422)
                .body("field", org.hamcrest.Matchers.equalTo("actions[0].requester"));
        administrator
                .post(
                        "/rules/dry-run",
                        Api.with(daily, "actions", List.of(Api.with(opens, "requester", agent.id("/me", "person.id")))))
                .then()
                .statusCode(200)
                .body("acted", org.hamcrest.Matchers.greaterThan(25))
                .body("lines[0].subject", org.hamcrest.Matchers.equalTo("Check the backups"))
                .body("lines[0].ticketId", org.hamcrest.Matchers.nullValue());
        agent.get("/rules").then().statusCode(403);
        administrator.call().delete("/rules/" + id).then().statusCode(204);
        administrator.get("/rules/" + id).then().statusCode(404);
    }

    private void anAnswerWithNothingToSayInAPlaceIsNotSent(String ticket) {
        long macro = administrator
                .post(
                        "/macros",
                        Map.of(
                                "name",
                                "Call back " + word,
                                "actions",
                                List.of(
                                        Map.of("kind", "priority", "to", "LOW"),
                                        Map.of("kind", "reply", "text", "We call you at {{customer.phone}}"))))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        agent.post("/tickets/" + ticket + "/macros/" + macro, Map.of())
                .then()
                .statusCode(422)
                .body("detail", org.hamcrest.Matchers.containsString("customer.phone"));
        assertThat(agent.read("/tickets/" + ticket, "priority")).isEqualTo("HIGH");
        administrator.call().delete("/macros/" + macro).then().statusCode(204);
    }

    @Test
    void macros_texts_webhooks_and_the_next_ticket() {
        String ticket = agent.open("Macro " + word, "Hello");
        long macro = administrator
                .post(
                        "/macros",
                        Map.of(
                                "name",
                                "Take over " + word,
                                "actions",
                                List.of(
                                        Map.of("kind", "priority", "to", "HIGH"),
                                        Map.of("kind", "note", "text", "By {{agent.name}}"))))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(agent.get("/tickets/" + ticket + "/macros").jsonPath().getList("items.name"))
                .contains("Take over " + word);
        agent.post("/tickets/" + ticket + "/macros/" + macro, Map.of()).then().statusCode(204);
        assertThat(agent.read("/tickets/" + ticket, "priority")).isEqualTo("HIGH");
        administrator.call().delete("/macros/" + macro).then().statusCode(204);
        anAnswerWithNothingToSayInAPlaceIsNotSent(ticket);

        administrator
                .post(
                        "/canned-responses",
                        Map.of(
                                "shortcut",
                                "thanks-" + word,
                                "title",
                                "Thanks " + word,
                                "texts",
                                Map.of("en", "<p>Dear {{customer.name}}, thanks.</p>")))
                .then()
                .statusCode(201);
        assertThat(agent.read("/tickets/" + ticket + "/canned-responses?q=" + word, "items[0].html"))
                .startsWith("<p>Dear ")
                .doesNotContain("{{");

        administrator
                .post("/webhooks", Map.of("name", "Inside " + word, "url", "http://127.0.0.1:9990/"))
                .then()
                .statusCode(422);

        agent.call().post("/routing/pause?reason=lunch").then().statusCode(204);
        agent.call().delete("/routing/pause").then().statusCode(204);
        String next = agent.call()
                .post("/routing/next")
                .then()
                .statusCode(200)
                .extract()
                .path("number");
        assertThat(agent.call().post("/routing/next").then().extract().<String>path("number"))
                .as("the same until it is taken")
                .isEqualTo(next);
        assertThat(administrator.get("/routing/agents").jsonPath().getList("items.name"))
                .isNotEmpty();
    }

    @Test
    void an_administrator_sets_routing_up_and_an_agent_asks_for_the_next_ticket() {
        String ticket = agent.open("Next " + word, "Who takes this?");
        try (var browser = Browser.start()) {
            Page page = signIn(browser, "/admin/routing.xhtml");
            page.locator("[id='routing:skillName']").fill("Kettles " + word);
            page.locator("[id='routing:addSkill']").click();
            assertThat(page.locator("#routing")).containsText("Kettles " + word, PATIENTLY);
            page.navigate("/admin/routing-agents.xhtml");
            Locator mari = page.locator("tr[data-agent]", new Page.LocatorOptions().setHasText("Mari Tamm"));
            mari.locator(".level").last().selectOption("4");
            mari.locator(".most-tickets").fill("500");
            mari.locator(".save").click();
            await().atMost(PATIENCE).until(() -> administrator
                    .read("/routing/agents", "items.find { it.name == 'Mari Tamm' }.mostTickets")
                    .equals("500"));
            assertThat(administrator.read("/routing/load", "agents.find { it.name == 'Mari Tamm' }.mostTickets"))
                    .isEqualTo("500");

            page.navigate("/admin/macro.xhtml");
            page.locator("[id='rule:name']").fill("Urgent " + word);
            choose(line(page, "do-0"), "priority", "to").locator("select").selectOption("URGENT");
            page.locator("[id='rule:save']").click();
            await().atMost(PATIENCE).until(() -> agent.get("/tickets/" + ticket + "/macros")
                    .jsonPath()
                    .<String>getList("items.name")
                    .contains("Urgent " + word));
        }
        try (var browser = Browser.start()) {
            Page page = browser.open(1440, 900);
            page.setDefaultTimeout((double) PATIENCE.toMillis());
            enter(page, "mari@pilet.test", "/agent/index.xhtml");
            page.locator("[id='next:go']").click();
            page.waitForURL("**/agent/ticket.xhtml?number=*");
            String given = page.url().replaceAll(".*number=(\\d+).*", "$1");
            assertThat(agent.call().post("/routing/next").then().extract().<String>path("number"))
                    .as("reserved")
                    .isEqualTo(given);
        }
    }

    private static Page signIn(Browser browser) {
        return signIn(browser, "/admin/rule.xhtml");
    }

    private static Page signIn(Browser browser, String path) {
        Page page = browser.open(1440, 900);
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        enter(page, "ada@pilet.test", path);
        return page;
    }

    private static void enter(Page page, String email, String path) {
        page.navigate(path);
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill("pilet-demo");
        page.locator("[id='signIn:go']").click();
        page.waitForURL("**" + path);
    }

    private static Locator line(Page page, String name) {
        return page.locator("[data-line='" + name + "']");
    }

    /** Chooses a kind and waits until the page asks for what it must be told. */
    private static Locator choose(Locator line, String kind, String parameter) {
        line.locator(".rule-kind").selectOption(kind);
        Locator input = line.locator("[data-parameter='" + parameter + "']");
        input.waitFor();
        return input;
    }
}
