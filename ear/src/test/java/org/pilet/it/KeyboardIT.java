package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The twenty commonest tasks of an agent, by {@link Keys} alone: their numbers stand beside them. */
@ArquillianTest
@RunAsClient
class KeyboardIT {

    @AutoClose
    private static final Desks desks = new Desks();

    private final String mark = "k" + UUID.randomUUID().toString().substring(0, 7);
    private final String customer = "kai." + mark + "@keys.test";

    @Test
    void signing_in_finding_walking_and_going_places() {
        String first = desks.ticket(mark + " first", customer);
        String second = desks.ticket(mark + " second", customer);
        try (BrowserContext visitor = desks.browser().context(1440, 900);
                Page page = visitor.newPage()) {
            page.navigate("/agent/index.xhtml?view=ALL_OPEN");
            Keys keys = new Keys(page);
            keys.tabTo("[id='signIn:email']").type(Desks.TAMAR); // 1 sign in
            keys.tabTo("[id='signIn:password']").type("pilet-demo").press("Enter");
            page.waitForURL("**/agent/index.xhtml*");

            keys.press("/").type(mark).press("Enter"); // 2 search
            assertThat(keys.see(".ticket-row")).hasCount(2);

            keys.press("v"); // 3 look at a ticket beside the list
            keys.press("j");
            assertThat(keys.see("#preview .preview-ticket")).containsText(mark);
            keys.press("v");
            assertThat(keys.see("#preview")).hasCount(0);

            keys.press("j").press("Enter"); // 4 open a ticket from the list
            page.waitForURL("**/ticket.xhtml?number=*");
            String opened = page.url().substring(page.url().indexOf('=') + 1);
            String other = opened.equals(first) ? second : first;
            pressed(page, "ت", "KeyJ"); // 5 go on to the next one, where a Persian keyboard has it
            page.waitForURL("**/ticket.xhtml?number=" + other);
            keys.press("Alt+1"); // 6 change between open tickets
            page.waitForURL("**/ticket.xhtml?number=" + opened);
            keys.press("u"); // 7 go back to where one was in the list
            page.waitForURL("**/index.xhtml?*");
            assertThat(keys.see("a[data-row]:focus")).hasCount(1);

            keys.press("?"); // 8 find out what the keyboard can do
            assertThat(keys.see("#keys")).isVisible();
            keys.press("Escape");
            keys.press("Control+k").type("News"); // 9 go anywhere by its name
            keys.press("Enter");
            page.waitForURL("**/agent/news.xhtml");
        }
    }

    @Test
    void properties_are_changed_and_the_change_taken_back() throws SQLException {
        String number = desks.ticket(mark + " properties", customer);
        try (Page page = desks.at(Desks.TAMAR, Desks.path(number))) {
            Keys keys = new Keys(page);
            keys.press("t"); // 10 take the ticket
            awaitRow(
                    "select p.email from ticket t join person p on p.id = t.owner_id where t.number = ?",
                    number,
                    Desks.TAMAR);
            assertThat(keys.see("[id='head:take']")).hasCount(0);
            keys.press("p").type("U"); // 11 change the priority
            awaitRow("select priority from ticket where number = ?", number, "URGENT");
            assertThat(keys.see("#toasts [data-undo]").last()).isVisible();
            keys.press("Escape").press("z"); // 12 take a change back
            awaitRow("select priority from ticket where number = ?", number, "NORMAL");
            assertThat(keys.see("[id='head:priority']")).hasValue("NORMAL");
            keys.press("o").type("M"); // 13 give it to somebody else
            awaitRow(
                    "select p.email from ticket t join person p on p.id = t.owner_id where t.number = ?",
                    number,
                    Desks.MARI);
            assertThat(keys.see("[id='head:take']")).isVisible();
            keys.tabTo("[id='properties:newTag']").type(mark).press("Tab"); // 14 add a tag
            assertThat(keys.see("#properties .tag")).hasText(mark);
            keys.press("Escape").press("s").type("P"); // 15 make it wait, and say for what
            assertThat(keys.see("[id='head:reason']")).isFocused();
            keys.press("Enter"); // without one: said so, and nothing done
            assertThat(keys.see("#messages .message.error")).isVisible();
            assertThat(keys.see("[id='head:take']")).isVisible();
            assertThat(keys.see("[id='head:reason']")).isFocused();
            keys.type("the model").press("Enter");
            awaitRow("select status || ' ' || status_reason from ticket where number = ?", number, "PENDING the model");
        }
    }

    @Test
    void all_that_is_said_on_a_ticket() throws SQLException {
        String number = desks.ticket(mark + " words", customer);
        Rows.update(
                "with c as (insert into canned_response (id, shortcut, title) values (nextval('canned_response_seq'), ?,"
                        + " 'Usual words') returning id) insert into canned_text select id, 'en', '<p>As usual</p>' from c",
                mark);
        try (Page page = desks.at(Desks.TAMAR, Desks.path(number))) {
            Keys keys = new Keys(page);
            keys.press("n").inEditor().type("For us " + mark).press("Control+Enter"); // 16 write a note
            assertThat(keys.see("#thread .entry.INTERNAL")).containsText("For us " + mark);

            keys.press("f"); // 17 forward it to others
            assertThat(keys.see("[id='composer:to']")).isFocused();
            keys.type("workshop@supplier.test").tabTo("#composer .ql-editor").type("Can you? " + mark);
            keys.press("Control+Enter");
            assertThat(keys.see("#thread .entry.INTERNAL")).hasCount(2);

            keys.press("r").inEditor().type("/" + mark); // 18 answer with ready-made words
            assertThat(keys.see(".canned li").first()).containsText("Usual words");
            keys.press("Enter");
            assertThat(keys.see("#composer .ql-editor")).containsText("As usual");
            keys.press("Control+Shift+Enter"); // 19 send it as the solution
            assertThat(keys.see(".held")).containsText("As usual");
        }
    }

    @Test
    void a_call_is_taken_down_as_a_new_ticket() throws SQLException {
        try (Page page = desks.at(Desks.TAMAR, "/agent/index.xhtml")) {
            Keys keys = new Keys(page).press("g").press("n"); // 20 a new ticket
            page.waitForURL("**/agent/new.xhtml");
            keys.tabTo("[id='new:requester_input']").type(customer);
            keys.tabTo("[id='new:queue']").type("Support");
            keys.tabTo("[id='new:subject']").type("By phone " + mark);
            keys.tabTo("[id='new:body']").type("It hums.");
            keys.tabTo("[id='new:open']").press("Enter");
            page.waitForURL(Pattern.compile(".*/agent/ticket\\.xhtml\\?number=\\d+"));
            awaitRow("select channel from ticket where subject = ?", "By phone " + mark, "PHONE");
        }
    }

    @Test
    void a_routine_case_costs_at_most_four_interactions() throws SQLException {
        new CaseDay(desks, mark).work(8);
    }

    /** A key of a keyboard whose letters Playwright does not know. */
    private static void pressed(Page page, String letter, String code) {
        for (String type : new String[] {"keyDown", "keyUp"}) {
            JsonObject key = new JsonObject();
            key.addProperty("type", type);
            key.addProperty("key", letter);
            key.addProperty("code", code);
            page.context().newCDPSession(page).send("Input.dispatchKeyEvent", key);
        }
    }

    private static void awaitRow(String query, String parameter, String value) throws SQLException {
        await().atMost(Browser.PATIENCE)
                .untilAsserted(() -> assertThat(Rows.text(query, parameter)).isEqualTo(value));
    }
}
