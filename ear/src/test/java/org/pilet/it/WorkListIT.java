package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Lists of tickets: looked through, kept, and changed as a whole. */
@ArquillianTest
@RunAsClient
class WorkListIT {

    @AutoClose
    private static final Desks desks = new Desks();

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 7);
    private final String customer = "kai." + mark + "@lists.test";

    @Test
    void a_search_is_kept_as_a_view_with_its_count_and_removed() {
        desks.ticket(mark + " one", customer);
        desks.ticket(mark + " two", customer);
        try (Page mari = desks.at(Desks.MARI, "/agent/index.xhtml?view=ALL&q=" + mark + "+is:open+-subject:two")) {
            assertThat(mari.locator(".ticket-row")).hasCount(1);
            mari.locator("#keep summary").click();
            mari.locator("[id='keep:name']").fill(mark);
            mari.locator("[id='keep:save']").click();
            Locator view = mari.locator(".view[aria-current=page]");
            assertThat(view).containsText(mark);
            assertThat(view.locator(".count")).hasText("1");
            assertThat(mari.locator("#q")).hasValue(mark + " is:open -subject:two");
            mari.locator("[id='keep:remove']").click();
            assertThat(mari.locator(".view", new Page.LocatorOptions().setHasText(mark)))
                    .hasCount(0);
        }
    }

    @Test
    void a_search_that_cannot_be_understood_says_what_can() {
        try (Page mari = desks.at(Desks.MARI, "/agent/index.xhtml?view=ALL&q=status:broken")) {
            assertThat(mari.locator("#list .message.error")).containsText("pending");
            assertThat(mari.locator(".ticket-row")).hasCount(0);
        }
    }

    @Test
    void a_gesture_on_the_whole_list_is_previewed_carried_out_and_taken_back() throws SQLException {
        for (int i = 0; i < 3; i++) {
            desks.ticket(mark + " bulk " + i, customer);
        }
        String urgent = "select count(*) from ticket where priority = 'URGENT' and subject like '" + mark + "%'";
        try (Page tamar = desks.at(Desks.TAMAR, "/agent/index.xhtml?view=ALL&q=" + mark)) {
            assertThat(tamar.locator(".ticket-row")).hasCount(3);
            tamar.locator(".ticket-row").first().hover();
            tamar.locator("[data-choose]").first().check();
            tamar.locator("[data-bulk-all]").click();
            tamar.locator("[data-bulk=PRIORITY]").selectOption("URGENT");
            assertThat(tamar.locator(".whole-words")).containsText("3");
            assertThat(Rows.text(urgent)).isEqualTo("0");
            tamar.locator("[data-whole-go]").click();
            assertThat(tamar.locator("[data-whole-undo]")).isVisible();
            assertThat(Rows.text(urgent)).isEqualTo("3");
            tamar.locator("[data-whole-undo]").click();
            await().atMost(Browser.PATIENCE)
                    .untilAsserted(() -> assertThat(Rows.text(urgent)).isEqualTo("0"));
        }
    }

    @Test
    void many_are_answered_at_once_and_those_chosen_become_one() throws SQLException {
        for (int i = 0; i < 2; i++) {
            desks.ticket(mark + " many " + i, customer);
        }
        String answered = "select count(*) from held_reply h join ticket t on t.id = h.ticket_id where h.state ="
                + " 'WAITING' and t.subject like '" + mark + "%'";
        String merged = "select count(*) from ticket where status = 'MERGED' and subject like '" + mark + "%'";
        try (Page tamar = desks.at(Desks.TAMAR, "/agent/index.xhtml?view=ALL&q=" + mark)) {
            assertThat(tamar.locator(".ticket-row")).hasCount(2);
            tamar.locator(".ticket-row").first().hover();
            tamar.locator("[data-choose]").first().check();
            tamar.locator("[data-choose]").last().check();
            tamar.locator("[data-bulk-reply]").click();
            tamar.locator("[data-reply-words]").fill("Dear {{customer.name}}, all is well again.");
            tamar.locator("[data-whole-look]").click();
            assertThat(tamar.locator(".whole-sample")).containsText("all is well again.");
            assertThat(tamar.locator(".whole-sample")).not().containsText("{{");
            tamar.locator("[data-whole-go]").click();
            assertThat(tamar.locator("[data-whole-undo]")).isVisible();
            assertThat(Rows.text(answered)).isEqualTo("2");
            tamar.locator("[data-whole-undo]").click();
            await().atMost(Browser.PATIENCE)
                    .untilAsserted(() -> assertThat(Rows.text(answered)).isEqualTo("0"));
            tamar.locator("#whole [data-close-dialog]").click();
            tamar.locator("[data-choose]").first().check();
            tamar.locator("[data-choose]").last().check();
            tamar.locator("[data-bulk-merge]").click();
            assertThat(tamar.locator(".whole-into")).containsText(mark);
            tamar.locator("[data-whole-go]").click();
            assertThat(tamar.locator("[data-whole-undo]")).isVisible();
            assertThat(Rows.text(merged)).isEqualTo("1");
            tamar.locator("[data-whole-undo]").click();
            await().atMost(Browser.PATIENCE)
                    .untilAsserted(() -> assertThat(Rows.text(merged)).isEqualTo("0"));
        }
    }

    @Test
    void words_typed_to_many_are_found_again_in_another_browser_until_they_are_sent() throws SQLException {
        desks.ticket(mark + " kept one", customer);
        desks.ticket(mark + " kept two", customer);
        String list = "/agent/index.xhtml?view=ALL&q=" + mark;
        String kept = "select fields::text from unsent u join person p on p.id = u.person_id where place = 'bulk' and"
                + " p.email = '" + Desks.MARI + "'";
        try (Page mari = desks.at(Desks.MARI, list)) {
            chooseBoth(mari);
            mari.locator("[data-bulk-reply]").click();
            mari.locator("[data-reply-words]").fill("All of you " + mark);
            mari.keyboard().press("Escape");
            mari.locator("[data-bulk-problem]").click();
            mari.locator("[data-problem-subject]").fill("Cause of " + mark);
            mari.keyboard().press("Escape");
            mari.locator("[data-bulk-merge]").click();
            mari.locator("[data-merge-into]").fill("1");
            await().atMost(Browser.PATIENCE).untilAsserted(() -> assertThat(Rows.text(kept))
                    .contains("All of you " + mark, "Cause of " + mark, "\"into\": \"1\""));
        }
        try (BrowserContext elsewhere = desks.signedIn(Desks.MARI)) {
            Page mari = elsewhere.newPage();
            mari.navigate(list);
            chooseBoth(mari);
            mari.locator("[data-bulk-problem]").click();
            assertThat(mari.locator("[data-problem-subject]")).hasValue("Cause of " + mark);
            mari.keyboard().press("Escape");
            mari.locator("[data-bulk-merge]").click();
            assertThat(mari.locator("[data-merge-into]")).hasValue("1");
            mari.keyboard().press("Escape");
            mari.locator("[data-bulk-reply]").click();
            assertThat(mari.locator("[data-reply-words]")).hasValue("All of you " + mark);
            mari.locator("[data-whole-look]").click();
            mari.locator("[data-whole-go]").click();
            assertThat(mari.locator("[data-whole-undo]")).isVisible();
            await().atMost(Browser.PATIENCE)
                    .untilAsserted(() -> assertThat(Rows.text(kept)).doesNotContain("All of you"));
        }
    }

    @Test
    void on_a_telephone_the_list_says_what_each_ticket_is_about() {
        desks.ticket(mark + " in the hand", customer);
        try (BrowserContext telephone = desks.browser().context(360, 740)) {
            Page mari = telephone.newPage();
            mari.navigate("/sign-in.xhtml");
            Desks.signIn(mari, Desks.MARI);
            mari.navigate("/agent/index.xhtml?view=ALL&q=" + mark);
            assertThat(mari.locator(".ticket-row .subject-text")).containsText(mark + " in the hand");
            assertThat(mari.locator(".ticket-row .subject").first().boundingBox().width)
                    .isGreaterThan(200);
        }
    }

    @Test
    void a_ticket_is_looked_at_beside_the_list_by_the_keyboard_and_come_back_to() {
        desks.ticket(mark + " first", customer);
        String second = desks.ticket(mark + " second", customer);
        try (Page mari = desks.at(Desks.MARI, "/agent/index.xhtml?view=ALL&sort=OLDEST&q=" + mark)) {
            mari.keyboard().press("v");
            assertThat(mari.locator("#preview .preview-ticket")).containsText(mark + " first");
            mari.keyboard().press("j");
            mari.keyboard().press("j");
            assertThat(mari.locator("#preview .preview-ticket")).containsText(mark + " second");
            mari.keyboard().press("Enter");
            mari.waitForURL("**/ticket.xhtml?number=" + second);
            mari.keyboard().press("u");
            mari.waitForURL("**/index.xhtml?*");
            assertThat(mari.locator("a[data-row]:focus")).containsText(mark + " second");
            mari.keyboard().press("v");
            assertThat(mari.locator("#preview")).hasCount(0);
        }
    }

    private static void chooseBoth(Page page) {
        assertThat(page.locator(".ticket-row")).hasCount(2);
        page.locator(".ticket-row").first().hover();
        page.locator("[data-choose]").first().check();
        page.locator("[data-choose]").last().check();
    }
}
