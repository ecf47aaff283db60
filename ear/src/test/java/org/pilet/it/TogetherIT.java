package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What stands beside the words of a ticket, and colleagues who work it together. */
@ArquillianTest
@RunAsClient
class TogetherIT {

    @AutoClose
    private static final Desks desks = new Desks();

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 7);
    private final String customer = "kai." + mark + "@together.test";

    @Test
    void an_answer_is_shown_to_a_colleague_who_takes_it_up() throws SQLException {
        String number = desks.ticket(mark + " review", customer);
        try (Page mari = desks.at(Desks.MARI, Desks.path(number));
                Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            mari.keyboard().press("r");
            mari.locator("#composer .ql-editor").fill("Dear customer, is this all right?");
            mari.locator("[data-review]").click();
            mari.locator("[id='composer:reviewer']").selectOption(new SelectOption().setLabel("Tamar Beridze"));
            mari.locator("[id='composer:question']").fill("Is the tone good?");
            mari.locator("[id='composer:share']").click();
            assertThat(mari.locator("#review .review-words")).containsText("is this all right?");
            assertThat(tamar.locator("#review .review-said")).containsText("Is the tone good?");
            tamar.locator("[id='review:comment']").fill("A little warmer");
            tamar.locator("[id='review:say']").click();
            assertThat(tamar.locator("#review .review-said")).containsText("A little warmer");
            assertThat(Rows.text("select count(*) from notice n join ticket t on t.id = n.ticket_id where n.kind ="
                            + " 'REVIEWED' and t.number = '" + number + "'"))
                    .isEqualTo("1");
            tamar.locator("[data-take-up]").click();
            assertThat(tamar.locator("#composer .ql-editor")).containsText("is this all right?");
            assertThat(mari.locator("#review")).hasCount(0);
        }
    }

    @Test
    void a_customer_s_page_lists_all_their_tickets_and_all_that_was_said() {
        String number = desks.ticket(mark + " whole story", customer);
        desks.ticket(mark + " another", customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            Desks.write(tamar, "INTERNAL", "Known here " + mark);
            tamar.locator("[id='composer:note']").click();
            assertThat(tamar.locator("#thread .entry.INTERNAL")).hasCount(1);
            tamar.locator("#customer-all").click();
            tamar.waitForURL("**/customer.xhtml?*");
            assertThat(tamar.locator("#tickets li")).hasCount(2);
            assertThat(tamar.locator("h1")).containsText("Kai Customer");
            tamar.locator(".customer-ways a").nth(1).click();
            assertThat(tamar.locator("#words-said li")).hasCount(3);
            assertThat(tamar.locator("#words-said li.INTERNAL")).containsText("Known here " + mark);
            tamar.locator("#words-said a").first().click();
            tamar.waitForURL("**/ticket.xhtml?number=" + number);
        }
    }

    @Test
    void a_ticket_tells_what_it_is_about_and_what_is_planned_on_it() {
        String number = desks.ticket(mark + " asset", customer);
        try (Page tamar = desks.at(Desks.TAMAR, "/agent/asset.xhtml")) {
            tamar.locator("[id='asset:name']").fill("Printer " + mark);
            tamar.locator("[id='asset:identifier']").fill(mark);
            tamar.locator("[id='asset:save']").click();
            tamar.waitForURL("**/asset.xhtml?*id=*");
            String asset = tamar.url();
            tamar.navigate(Desks.path(number));
            tamar.locator("#assets details summary").click();
            tamar.locator("[id='assets:words']").fill(mark);
            tamar.locator("[id='assets:link']").click();
            assertThat(tamar.locator("#assets .linked-line")).containsText("Printer " + mark);
            tamar.locator("#team details summary").first().click();
            tamar.locator("[id='team:title']").fill("Ring " + mark);
            tamar.locator("[id='team:assignee']").selectOption(new SelectOption().setLabel("Tamar Beridze"));
            tamar.locator("[id='team:addTask']").click();
            assertThat(tamar.locator("#team .task")).containsText("Ring " + mark);
            tamar.navigate(asset);
            assertThat(tamar.locator("[id='tickets']")).containsText(mark + " asset");
            tamar.navigate("/agent/tasks.xhtml");
            assertThat(tamar.locator(".task", new Page.LocatorOptions().setHasText("Ring " + mark)))
                    .hasCount(1);
            tamar.locator("[id='calendar:make']").click();
            assertThat(tamar.locator("[id='calendar:address']")).hasValue(Pattern.compile(".*/calendar/.*\\.ics"));
        }
    }

    @Test
    void colleagues_see_each_other_within_seconds_and_a_mention_reaches_whom_it_names() {
        String number = desks.ticket(mark + " mention", customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number));
                Page mari = desks.at(Desks.MARI, Desks.path(number))) {
            assertThat(tamar.locator("#here")).containsText("Mari Tamm");
            Desks.write(mari, "INTERNAL", "Could you look, @tam");
            assertThat(tamar.locator("#here.warn")).containsText("Mari Tamm");
            mari.locator(".canned:not([hidden]) li").first().click();
            mari.locator("[id='composer:note']").click();
            assertThat(mari.locator("#thread .entry.INTERNAL")).containsText("@Tamar");
            tamar.navigate("/agent/news.xhtml");
            assertThat(tamar.locator(".news-list li").first()).containsText(mark + " mention");
            tamar.navigate(Desks.path(number));
            assertThat(tamar.locator("#team .tag").first()).containsText("Tamar");
        }
    }

    @Test
    void what_must_be_done_is_done_before_the_ticket_is_closed() throws SQLException {
        String number = desks.ticket(mark + " tasks", customer);
        try (Page mari = desks.at(Desks.MARI, Desks.path(number))) {
            mari.locator("#team summary").first().click();
            mari.locator("[id='team:title']").fill("Call the supplier");
            mari.locator("[id='team:addTask']").click();
            assertThat(mari.locator("#team .task")).containsText("Call the supplier");
            Rows.update("update ticket_task set required = true where title = 'Call the supplier'");
            mari.locator("[id='head:status']").selectOption("CLOSED");
            assertThat(mari.locator("#messages .message.error")).containsText("Call the supplier");
            mari.locator("#team .tick").click();
            assertThat(mari.locator("#team .task.done")).hasCount(1);
            mari.reload();
            mari.locator("[id='head:status']").selectOption("CLOSED");
            await().atMost(Browser.PATIENCE)
                    .untilAsserted(() -> assertThat(Rows.text("select status from ticket where number = ?", number))
                            .isEqualTo("CLOSED"));
        }
    }

    @Test
    void a_ticket_is_handed_on_with_a_note_in_one_gesture_and_the_move_taken_back() throws SQLException {
        String number = desks.ticket(mark + " moves", customer);
        String words = mark + " wants <his> money back";
        String standing =
                "select q.name || ' ' || coalesce(p.email, 'nobody') || ' ' || (select count(*) from message m"
                        + " where m.ticket_id = t.id and m.visibility = 'INTERNAL') from ticket t join queue q on q.id ="
                        + " t.queue_id left join person p on p.id = t.owner_id where t.number = ?";
        Api api = Api.as(Desks.MARI);
        long billing = Long.parseLong(Rows.text("select id::text from queue where name = 'Billing'"));
        long me = api.id("/me", "person.id");
        api.patch("/tickets/" + number, Map.of("queueId", billing, "ownerId", me, "note", words))
                .then()
                .statusCode(422); // Mari may not work there: neither the note nor the move
        assertThat(Rows.text(standing, number)).isEqualTo("Support nobody 0");

        try (Page mari = desks.at(Desks.MARI, Desks.path(number))) {
            mari.keyboard().press("m");
            assertThat(mari.locator("[id='transfer:queue']")).isFocused();
            mari.locator("[id='transfer:queue']").selectOption(new SelectOption().setLabel("Billing"));
            Locator owners = mari.locator("[id='transfer:owner'] option");
            assertThat(owners.filter(new Locator.FilterOptions().setHasText("Mari")))
                    .hasCount(0);
            mari.locator("[id='transfer:owner']")
                    .selectOption(owners.filter(new Locator.FilterOptions().setHasText("Jaan"))
                            .getAttribute("value"));
            mari.locator("[id='transfer:note']").fill(words);
            mari.setViewportSize(360, 740);
            assertThat(new AxeBuilder(mari)
                            .include("#transfer-fields")
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
            assertThat(mari.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            mari.setViewportSize(1440, 900);
            Api tamar = Api.as(Desks.TAMAR);
            tamar.post("/tickets/" + number + "/assign", Map.of("ownerId", tamar.id("/me", "person.id")))
                    .then()
                    .statusCode(200);

            mari.locator("[id='transfer:go']").click(); // refused: a colleague was faster
            assertThat(mari.locator("#messages .message.warn")).isVisible();
            assertThat(mari.locator("[id='transfer:note']")).hasValue(words);
            assertThat(Rows.text(standing, number)).isEqualTo("Support tamar@pilet.test 0");
            mari.locator("[id='transfer:go']").click();
            assertThat(mari.locator("#thread .entry.INTERNAL")).containsText(words);
            assertThat(mari.locator("#transfer-fields")).isHidden();
            assertThat(Rows.text(standing, number)).isEqualTo("Billing jaan@pilet.test 1");
            try (Page jaan = desks.at("jaan@pilet.test", "/agent/news.xhtml")) {
                assertThat(jaan.locator(".news-note").filter(new Locator.FilterOptions().setHasText(words)))
                        .hasCount(1);
            }
            mari.locator(".toast button").first().click();
            await().atMost(Browser.PATIENCE).untilAsserted(() -> assertThat(Rows.text(standing, number))
                    .isEqualTo("Support tamar@pilet.test 1"));

            assertThat(mari.locator("[data-transfer]")).isVisible(); // hers to work again
            mari.locator("[data-transfer]").click();
            String hidden = Rows.text("select id::text from queue where address = 'hr@pilet.test'");
            mari.locator("[id='transfer:note']").fill(words + " too");
            String kept = "select fields ->> 'note' from unsent u join ticket t on u.place = 'transfer/' || t.id where"
                    + " t.number = ?";
            await().atMost(Browser.PATIENCE)
                    .untilAsserted(() -> assertThat(Rows.text(kept, number)).isEqualTo(words + " too"));
            mari.reload();
            assertThat(mari.locator("[id='transfer:note']")).hasValue(words + " too");
            mari.locator("[id='transfer:queue']").selectOption(hidden);
            mari.locator("[id='transfer:go']").click();
            mari.waitForURL("**/index.xhtml?*did=transferred*"); // she may not see it there
            assertThat(Rows.text(kept, number)).isNull();
            try (Page jaan = desks.at("jaan@pilet.test", "/agent/news.xhtml")) {
                assertThat(jaan.locator(".news-note").filter(new Locator.FilterOptions().setHasText(words + " too")))
                        .hasCount(1);
            }
        }
    }

    @Test
    void tickets_stand_in_tabs_and_each_keeps_its_draft() {
        String one = desks.ticket(mark + " left", customer);
        String other = desks.ticket(mark + " right", customer);
        try (Page mari = desks.at(Desks.MARI, Desks.path(one))) {
            Desks.write(mari, "INTERNAL", "Words on the left");
            assertThat(mari.locator(".draft-state")).not().hasText("");
            mari.navigate(Desks.path(other));
            assertThat(mari.locator(".ticket-tab")).hasCount(2);
            mari.keyboard().press("Alt+1");
            mari.waitForURL("**/ticket.xhtml?number=" + one);
            assertThat(mari.locator("#composer .ql-editor")).hasText("Words on the left");
        }
    }

    @Test
    void a_ticket_is_saved_with_its_words_and_without_notes_unless_asked_for() throws IOException {
        String number = desks.ticket(mark + " file", customer);
        try (Page mari = desks.at(Desks.MARI, Desks.path(number))) {
            Desks.write(mari, "INTERNAL", "For us only");
            mari.locator("[id='composer:note']").click();
            assertThat(mari.locator("#thread .entry.INTERNAL")).hasCount(1);
            assertThat(zipped(mari, "as=zip")).contains("Please help").doesNotContain("For us only");
            assertThat(zipped(mari, "as=zip&notes=true")).contains("Please help", "For us only");
            Download pdf = downloaded(mari, "as=pdf");
            assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Download downloaded(Page page, String as) {
        page.locator(".ticket-more summary").click();
        Download download = page.waitForDownload(
                () -> page.locator(".ticket-more a[href$='" + as + "']").click());
        page.locator(".ticket-more summary").click();
        return download;
    }

    private static String zipped(Page page, String as) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(downloaded(page, as).path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txt")) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }
}
