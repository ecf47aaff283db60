package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** An administrator builds a calendar and a policy and watches them work, also on the leads' board. */
@ArquillianTest
@RunAsClient
class SlaPagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout((double) PATIENCE.toMillis());

    private final String word = Api.word();
    private final Api mari = Api.as("mari@pilet.test");
    private final Api ada = Api.as("ada@pilet.test");

    @Test
    void an_administrator_builds_a_calendar_and_a_policy_and_watches_them_work() {
        try (var browser = Browser.start()) {
            Page page = browser.open(1440, 900);
            page.setDefaultTimeout((double) PATIENCE.toMillis());
            page.navigate("/admin/calendar.xhtml");
            Desks.signIn(page, Desks.ADA);
            page.waitForURL("**/admin/calendar.xhtml");
            buildCalendar(page);
            buildPolicy(page);

            String ticket = mari.open(
                    Map.of("queue", "Support", "subject", "Promised " + word, "text", "Please", "tags", List.of(word)));
            await().atMost(PATIENCE).until(() -> mari.get("/tickets/" + ticket)
                    .jsonPath()
                    .<String>getList("tags")
                    .contains("struck-" + word));
            page.navigate("/agent/board.xhtml?metric=RESOLUTION&state=AT_RISK");
            assertThat(page.locator("#owed")).containsText("Promised " + word, PATIENTLY);

            Instant due = due(ticket);
            page.navigate("/admin/policies.xhtml");
            page.locator("th a", new Page.LocatorOptions().setHasText("Policy " + word))
                    .click();
            page.waitForURL("**/admin/policy.xhtml?id=*");
            target(page).fill("3h");
            page.locator("[id='policy:save']").click();
            assertThat(page.locator("#impact")).containsText(ticket, PATIENTLY);
            assertThat(due(ticket)).as("nothing is saved yet").isEqualTo(due);
            page.locator("[id='policy:save']").click();
            await().atMost(PATIENCE).until(() -> due(ticket).equals(due.plus(Duration.ofMinutes(170))));
        }
    }

    private void buildCalendar(Page page) {
        page.locator("[id='calendar:name']").fill("Calendar " + word);
        page.locator("[id='calendar:zone']").selectOption("Europe/Tallinn");
        page.locator("[data-day=MONDAY]").fill("09:00-12:00, nonsense");
        page.locator("[id='calendar:save']").click();
        assertThat(page.locator("#messages")).containsText("nonsense", PATIENTLY);
        page.locator("[id='calendar:always']").click();
        assertThat(page.locator("[data-day=SUNDAY]"))
                .hasValue("00:00-24:00", new LocatorAssertions.HasValueOptions().setTimeout(60_000));
        page.locator(".take-holidays summary").click();
        page.locator("[id='calendar:country']").selectOption("IS");
        page.locator("[id='calendar:takeCountry']").click();
        page.locator("#holidays .dated-line").first().waitFor();
        assertThat(page.locator("#year .HOLIDAY.closed").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        int taken = page.locator("#holidays .dated-line").count();
        page.locator("#holidays .dated-line button").last().click();
        assertThat(page.locator("#holidays .dated-line"))
                .hasCount(taken - 1, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        page.locator("[id='calendar:save']").click();
        await().atMost(PATIENCE).until(() -> ada.get("/sla/calendars").jsonPath().<String>getList("items.name").stream()
                .anyMatch(name -> name.equals("Calendar " + word)));
    }

    private void buildPolicy(Page page) {
        page.navigate("/admin/policy.xhtml");
        page.locator("[id='policy:name']").fill("Policy " + word);
        page.locator("[id='policy:calendar']").selectOption(new SelectOption().setLabel(alwaysOpen()));
        page.locator("[id='policy:tags']").fill(word);
        target(page).fill("10m");
        Locator level = page.locator("[data-level='0']");
        level.locator("input[dir=ltr]").fill("1%");
        level.locator("select").nth(1).selectOption("TAG");
        page.locator("[data-level='0'] input[dir=auto]").fill("struck-" + word);
        page.locator("[id='policy:save']").click();
        await().atMost(PATIENCE).until(() -> ada.get("/sla/policies").jsonPath().<String>getList("items.name").stream()
                .anyMatch(name -> name.equals("Policy " + word)));
    }

    /** The shipped calendar without holidays, so that the test works on every day of the year. */
    private static String alwaysOpen() {
        return "Round the clock";
    }

    private static Locator target(Page page) {
        return page.locator(".policy-targets tr[data-metric=RESOLUTION] [data-priority=ANY]")
                .first();
    }

    private Instant due(String ticket) {
        return Instant.parse(mari.get("/tickets/" + ticket + "/clocks")
                .jsonPath()
                .getString("items.find { it.metric == 'RESOLUTION' }.dueAt"));
    }
}
