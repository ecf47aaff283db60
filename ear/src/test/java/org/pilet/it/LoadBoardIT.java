package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads see how much everybody and each team has in hand, and whether the week can be done, as it changes. */
@ArquillianTest
@RunAsClient
class LoadBoardIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout((double) PATIENCE.toMillis());

    /** The page also asks again by itself every half minute; here only news may bring it to. */
    private static final String NO_SECOND_LOOK =
            "const real = setInterval; setInterval = (what, millis, ...rest) => millis >= 30000 ? 0 : real(what, millis, ...rest);";

    private final String word = Api.word();
    private final Api mari = Api.as("mari@pilet.test");
    private final Api tamar = Api.as("tamar@pilet.test");

    /** A team with a queue, and nobody in it. */
    @BeforeEach
    void found_a_team() throws SQLException {
        sql("insert into team (id, name) values (9500001, 'Nobody yet') on conflict do nothing");
        sql(
                "insert into queue (id, name, address, team_id, default_category_id) select 9500001, 'Deserted',"
                        + " 'deserted@pilet.test', 9500001, min(id) from category on conflict (id) do update set active = true");
        sql(
                "insert into queue_grant (team_id, queue_id, permission) select m.team_id, 9500001, 'WORK' from team_member m"
                        + " join person p on p.id = m.person_id where p.email = 'tamar@pilet.test' on conflict do nothing");
    }

    @AfterEach
    void dissolve_it() throws SQLException {
        sql("delete from team_member where team_id = 9500001");
        sql("delete from queue_grant where queue_id = 9500001");
        sql("update queue set active = false where id = 9500001");
    }

    @Test
    void what_is_given_to_somebody_shows_on_the_open_page() {
        String ticket = mari.open("To be given " + word, "Please");
        try (var browser = Browser.start()) {
            Page page = board(browser);
            Locator row = page.locator("#agents tr[data-agent]", new Page.LocatorOptions().setHasText("Mari Tamm"));
            assertThat(row).containsText(held() + "/", PATIENTLY);
            int before = held();
            mari.patch("/tickets/" + ticket, Map.of("ownerId", mari.id("/me", "person.id")))
                    .then()
                    .statusCode(200);
            assertThat(held()).isEqualTo(before + 1);
            assertThat(row).containsText(before + 1 + "/", PATIENTLY);
            mari.post("/tickets/" + ticket + "/assign", Collections.singletonMap("ownerId", null))
                    .then()
                    .statusCode(200);
            assertThat(row).containsText(before + "/", PATIENTLY);
        }
    }

    @Test
    void a_team_that_cannot_do_its_week_is_named_until_somebody_joins_it() throws SQLException {
        tamar.open(Map.of("queue", "Deserted", "subject", "Who does this? " + word, "text", "Please"));
        assertThat(team("shortOfStaff")).isEqualTo("true");
        assertThat(team("availableHours")).isEqualTo("0");
        try (var browser = Browser.start()) {
            Page page = board(browser);
            Locator row = page.locator("#teams tr[data-team='9500001']");
            assertThat(row.locator(".pill.danger")).isVisible();
            assertThat(row).containsText(team("neededHours"), PATIENTLY);
            sql("insert into team_member (team_id, person_id) select 9500001, id from person where email ="
                    + " 'mari@pilet.test'");
            tamar.open(Map.of("queue", "Deserted", "subject", "And this? " + word, "text", "Please"));
            assertThat(row.locator(".pill.danger"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout((double) PATIENCE.toMillis()));
            assertThat(row).containsText(team("availableHours"), PATIENTLY);
        }
        assertThat(team("shortOfStaff")).isEqualTo("false");
    }

    private static Page board(Browser browser) {
        BrowserContext desk = browser.context(1440, 900);
        desk.addInitScript(NO_SECOND_LOOK);
        Page page = desk.newPage();
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        page.navigate("/sign-in.xhtml");
        Desks.signIn(page, Desks.TAMAR);
        page.waitForWebSocket(() -> page.navigate("/admin/load.xhtml"));
        return page;
    }

    private int held() {
        return Integer.parseInt(tamar.read("/routing/load", "agents.find { it.name == 'Mari Tamm' }.tickets"));
    }

    private String team(String what) {
        String path = "teams.find { it.teamId == 9500001 }." + what;
        await().atMost(PATIENCE).until(() -> tamar.read("/routing/load", path) != null);
        return tamar.read("/routing/load", path);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = Installation.connect();
                Statement update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }
}
