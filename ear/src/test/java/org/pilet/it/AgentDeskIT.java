package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pilet.it.Desks.ADA;
import static org.pilet.it.Desks.MARI;
import static org.pilet.it.Desks.TAMAR;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What agents do at the desk, two of them at once where it matters; and the administrator behind them. */
@ArquillianTest
@RunAsClient
class AgentDeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Desks DESKS = new Desks();
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String customer = "kai." + mark + "@desk.test";

    @AfterAll
    static void close() {
        DESKS.close();
    }

    @Test
    void an_address_of_no_page_gets_an_error_page_whose_scripts_may_run() {
        Deque<String> refused = new ArrayDeque<>();
        try (Page mari = DESKS.at(MARI, "/agent/index.xhtml?view=NONSENSE")) {
            mari.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    refused.add(message.text());
                }
            });
            Response answer = mari.reload();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(mari.locator("main h1")).isVisible();
            assertThat(answer.headersArray().stream()
                            .filter(header -> header.name.equalsIgnoreCase("Content-Security-Policy")))
                    .hasSize(1);
            assertThat(refused).isEmpty();
        }
    }

    @Test
    void the_second_to_save_a_field_is_told_who_changed_what_and_keeps_their_words() throws Exception {
        String number = ticket("Scanner");
        try (Page mari = DESKS.at(MARI, Desks.path(number));
                Page tamar = DESKS.at(TAMAR, Desks.path(number))) {
            tamar.locator("[id='head:subject']").fill("Tamar names it " + mark);
            mari.locator("[id='head:subject']").fill("Mari names it " + mark);
            mari.locator("[id='head:subject']").press("Tab");
            assertThat(tamar.locator("#thread .event.SUBJECT_CHANGED")).containsText("Mari names it " + mark);
            tamar.locator("[id='head:subject']").press("Tab");
            Locator told = tamar.locator("#messages .message.warn");
            assertThat(told).containsText("Mari Tamm changed the subject");
            assertThat(told).containsText("Mari names it " + mark);
            assertThat(told).containsText("Tamar names it " + mark);
            assertThat(subject(number)).isEqualTo("Mari names it " + mark);
            assertThat(tamar.locator("[id='head:subject']")).hasValue("Mari names it " + mark);
            tamar.locator("[id='head:subject']").fill("Tamar names it " + mark);
            tamar.locator("[id='head:subject']").press("Tab");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(subject(number)).isEqualTo("Tamar names it " + mark));
        }
    }

    @Test
    void a_reply_that_somebody_overtook_is_kept_and_sent_on_the_second_press() throws Exception {
        String number = ticket("Headset");
        try (Page mari = DESKS.at(MARI, Desks.path(number));
                Page tamar = DESKS.at(TAMAR, Desks.path(number))) {
            Desks.write(tamar, "PUBLIC", "Tamar answers " + mark);
            Desks.write(mari, "PUBLIC", "Mari answers " + mark);
            mari.locator("[id='composer:send']").click();
            assertThat(mari.locator("#thread .entry.PUBLIC.AGENT")).containsText("Mari answers " + mark);
            tamar.locator("[id='composer:send']").click();
            assertThat(tamar.locator("#messages .message.warn")).containsText("Mari Tamm");
            assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT")).hasCount(1);
            assertThat(tamar.locator("#composer .ql-editor")).hasText("Tamar answers " + mark);
            tamar.locator("[id='composer:send']").click();
            assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT")).hasCount(2);
            assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT").last()).containsText("Tamar answers " + mark);
            assertThat(tamar.locator("#composer .ql-editor")).hasText("");
        }
    }

    @Test
    void a_file_still_on_its_way_goes_along_with_the_reply() throws Exception {
        String number = ticket("Manual");
        try (Page tamar = DESKS.at(TAMAR, Desks.path(number))) {
            Deque<Route> uploads = new ArrayDeque<>();
            tamar.route("**/uploads", uploads::add);
            Desks.write(tamar, "PUBLIC", "It is attached " + mark);
            looksAtAPictureAndLeavesItOut(tamar, uploads);
            tamar.locator("#composer input[type=file]")
                    .setInputFiles(new FilePayload(
                            "käsiraamat راهنما.txt", "text/plain", "Page 1".getBytes(StandardCharsets.UTF_8)));
            tamar.waitForCondition(() -> !uploads.isEmpty());
            tamar.locator("[id='composer:send']").click();
            assertThat(tamar.locator("[id='composer:send']")).hasAttribute("aria-busy", "true");
            uploads.remove().resume();
            assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT")).containsText("käsiraamat راهنما.txt");
            assertThat(tamar.locator("#composer .file")).hasCount(0);
        }
    }

    private static void looksAtAPictureAndLeavesItOut(Page page, Deque<Route> uploads) {
        page.locator("#composer input[type=file]").setInputFiles(new FilePayload("ekraan.png", "image/png", PIXEL));
        page.waitForCondition(() -> !uploads.isEmpty());
        assertThat(page.locator("#composer .file img")).isVisible();
        assertThat(page.locator("#composer .file")).containsText("1 kB");
        uploads.remove().resume();
        Locator look = page.locator("#composer .file a[href]");
        var shown = page.request().get(page.url().replaceFirst("(://[^/]+).*", "$1") + look.getAttribute("href"));
        assertThat(shown).isOK();
        assertThat(shown.headers())
                .containsEntry("content-type", "image/png")
                .hasEntrySatisfying(
                        "content-security-policy", policy -> assertThat(policy).contains("sandbox"));
        page.locator("#composer .file [data-drop]").click();
        assertThat(page.locator("#composer .file")).hasCount(0);
    }

    @Test
    void what_is_typed_while_news_arrive_stays_and_is_saved() {
        String number = ticket("Badge");
        try (Page mari = DESKS.at(MARI, Desks.path(number));
                Page tamar = DESKS.at(TAMAR, Desks.path(number))) {
            Deque<Route> news = new ArrayDeque<>();
            tamar.route("**/agent/ticket.xhtml*", route -> {
                String posted = route.request().postData();
                if (posted != null && posted.contains("reloadTicket")) {
                    news.add(route);
                } else {
                    route.resume();
                }
            });
            mari.locator("[id='head:priority']").selectOption("HIGH");
            tamar.waitForCondition(() -> !news.isEmpty());
            Locator tag = tamar.locator("[id='properties:newTag']");
            tag.pressSequentially("badge-" + mark);
            tamar.waitForResponse(
                    answer -> answer.request().postData() != null
                            && answer.request().postData().contains("reloadTicket"),
                    () -> news.remove().resume());
            assertThat(tag).hasValue("badge-" + mark);
            tamar.unroute("**/agent/ticket.xhtml*");
            tag.press("Tab");
            assertThat(tamar.locator("#properties .tag")).hasText("badge-" + mark);
            assertThat(tamar.locator("[id='head:priority']")).hasValue("HIGH");
        }
    }

    @Test
    void tickets_with_a_similar_subject_stand_beside_it() {
        String known = ticket("Streaks on each page");
        try (Page tamar = DESKS.at(TAMAR, Desks.path(ticket("Streaks on every page")))) {
            assertThat(tamar.locator("[id='more:similar']")).containsText(known);
        }
    }

    @Test
    void a_note_stays_inside() throws Exception {
        String number = ticket("Salary slip");
        try (Page tamar = DESKS.at(TAMAR, Desks.path(number));
                Page portal = DESKS.browser().open(1440, 900)) {
            Desks.write(tamar, "INTERNAL", "Do not tell " + mark);
            assertThat(tamar.locator("[id='composer:send']")).isHidden();
            tamar.locator("[id='composer:note']").click();
            assertThat(tamar.locator("#thread .entry.INTERNAL")).containsText("Do not tell " + mark);
            assertThat(Rows.text(
                            "select m.visibility || ' ' || t.status from message m join ticket t on t.id = m.ticket_id"
                                    + " where t.number = ? and m.body_text like ?",
                            number,
                            "%Do not tell " + mark + "%"))
                    .isEqualTo("INTERNAL NEW");
            portal.navigate(SignedRequestLink.path(
                    id("requester_id", number), id("id", number), Instant.now().plusSeconds(600)));
            assertThat(portal.locator(".letter")).hasCount(1);
            assertThat(portal.content()).doesNotContain("Do not tell");
            assertThat(Rows.text(
                            "select count(*) from outbox o join message m on o.kind = 'mail.reply' and o.dedup_key ="
                                    + " m.id::text where m.body_text like ?",
                            "%Do not tell " + mark + "%"))
                    .isEqualTo("0");
        }
    }

    @Test
    void a_change_of_a_property_is_taken_back() throws Exception {
        String number = ticket("Monitor");
        try (Page tamar = DESKS.at(TAMAR, Desks.path(number))) {
            tamar.locator("[id='head:priority']").selectOption("URGENT");
            Locator undo = tamar.locator(".toast button", new Page.LocatorOptions().setHasText("Undo"));
            undo.waitFor();
            assertThat(priority(number)).isEqualTo("URGENT");
            undo.click();
            assertThat(tamar.locator("[id='head:priority']")).hasValue("NORMAL");
            assertThat(priority(number)).isEqualTo("NORMAL");
        }
    }

    /** The list has none of PrimeFaces' scripts, which put the nonce into forms and read what partial answers say of it. */
    @Test
    void a_ticket_is_taken_from_its_row_and_given_back() throws Exception {
        String number = ticket("Quick");
        String owner = "select count(owner_id)::text from ticket where number = ?";
        try (Page tamar = DESKS.at(TAMAR, "/agent/index.xhtml?view=ALL_OPEN&q=" + mark)) {
            assertThat(tamar.locator(".ticket-row")).hasCount(1);
            tamar.locator(".ticket-row").hover();
            tamar.locator("[data-take]").click();
            Locator undo = tamar.locator(".toast button", new Page.LocatorOptions().setHasText("Undo"));
            undo.waitFor();
            assertThat(tamar.locator("[data-take]")).hasCount(0);
            assertThat(Rows.text(owner, number)).isEqualTo("1");
            undo.click();
            assertThat(tamar.locator("[data-take]")).hasCount(1);
            assertThat(Rows.text(owner, number)).isEqualTo("0");
        }
    }

    @Test
    void a_call_becomes_a_ticket_with_its_number_and_what_is_refused_keeps_its_text() throws Exception {
        try (Page tamar = DESKS.at(TAMAR, "/agent/new.xhtml")) {
            tamar.locator("[id='new:requester_input']").fill(customer);
            tamar.locator("[id='new:body']").fill("It hums since Monday, & <b>loudly</b>.");
            tamar.locator("[id='new:open']").click();
            assertThat(tamar.locator(".field-error").first()).hasText("Say in a few words what it is about.");
            assertThat(tamar.locator("[id='new:requester_input']")).hasValue(customer);
            assertThat(tamar.locator("[id='new:body']")).hasValue("It hums since Monday, & <b>loudly</b>.");
            tamar.locator("[id='new:queue']").selectOption("Support");
            tamar.locator("[id='new:priority']").selectOption("HIGH");
            tamar.locator("[id='new:subject']").fill("Humming " + mark);
            tamar.locator("[id='new:open']").click();
            tamar.waitForURL("**/agent/ticket.xhtml?number=*");
            String number = tamar.url().substring(tamar.url().indexOf('=') + 1);
            assertThat(tamar.locator("#facts .number")).hasText("#" + number);
            assertThat(tamar.locator("#thread .entry.CUSTOMER .message-body"))
                    .hasText("It hums since Monday, & <b>loudly</b>.");
            assertThat(Rows.text(
                            "select t.channel || ' ' || t.status || ' ' || t.priority || ' ' || p.kind from ticket t"
                                    + " join person p on p.id = t.requester_id where t.number = ? and p.email = ?",
                            number,
                            customer))
                    .isEqualTo("PHONE NEW HIGH CUSTOMER");
        }
    }

    @Test
    void a_customer_who_is_known_is_suggested() throws Exception {
        try (Page tamar = DESKS.at(TAMAR, "/agent/new.xhtml")) {
            tamar.locator("[id='new:requester_input']").pressSequentially("kadri@laane");
            tamar.locator(".ui-autocomplete-item").first().click();
            assertThat(tamar.locator("[id='new:requester_input']")).hasValue("Kadri Saar <kadri@laanemere.test>");
            tamar.getByText("In person", new Page.GetByTextOptions().setExact(true))
                    .click();
            tamar.locator("[id='new:queue']").selectOption("Support");
            tamar.locator("[id='new:subject']").fill("At the desk " + mark);
            tamar.locator("[id='new:body']").fill("Came by.");
            tamar.locator("[id='new:open']").click();
            tamar.waitForURL("**/agent/ticket.xhtml?number=*");
            assertThat(Rows.text(
                            "select p.email || ' ' || t.channel from ticket t join person p on p.id = t.requester_id where"
                                    + " t.subject = ?",
                            "At the desk " + mark))
                    .isEqualTo("kadri@laanemere.test IN_PERSON");
        }
    }

    @Test
    void what_could_not_be_delivered_is_tried_again_by_the_administrator() throws Exception {
        String entry = deadEntry();
        try (Page ada = DESKS.at(ADA, "/admin/outbox.xhtml")) {
            Locator line = ada.locator("tr[data-entry='" + entry + "']");
            assertThat(line).containsText("550 no such " + mark);
            line.locator(".retry").click();
            assertThat(ada.locator(".toast")).containsText("It is being tried again.");
            assertThat(line).hasCount(0);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Rows.text("select state from outbox where id = ?::bigint", entry))
                            .isEqualTo("DONE"));
        }
    }

    @Test
    void only_administrators_see_the_outbox() {
        try (Page mari = DESKS.at(MARI, "/agent/index.xhtml")) {
            assertThat(mari.request().get("/admin/outbox.xhtml").status()).isEqualTo(403);
            assertThat(mari.request().get("/admin/mail.xhtml").status()).isEqualTo(403);
        }
    }

    @Test
    void an_address_that_makes_no_sense_is_no_page() {
        try (Page ada = DESKS.at(ADA, "/admin/mail-templates.xhtml?event=BOUNCE_OF_NOTHING")) {
            assertThat(ada.locator("h1")).hasText("Nothing here");
            assertThat(ada.request().get("/admin/policy.xhtml?id=first").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void what_an_administrator_types_into_words_of_mails_comes_back_until_it_is_saved_or_given_up() throws Exception {
        String page = "/admin/mail-templates.xhtml?event=STUCK&language=et";
        String words = "Tere! " + mark;
        String kept = "select fields ->> 'body' from unsent where place = ? and fields <> '{}'";
        try (Page ada = DESKS.at(ADA, page)) {
            Locator body = ada.locator("[id='template:body']");
            String shipped = body.inputValue();
            body.fill(words);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(Rows.text(kept, "form/mail/STUCK/et"))
                    .isEqualTo(words));
            ada.reload();
            assertThat(body).hasValue(words);
            ada.locator("[data-give-up]").click();
            assertThat(body).hasValue(shipped);
            body.fill(words);
            ada.locator("[id='template:save']").click();
            assertThat(ada.locator(".toast")).isVisible();
            ada.locator("[id='template:reset']").click();
            assertThat(body).hasValue(shipped);
            ada.reload();
            assertThat(body).hasValue(shipped);
        }
    }

    @Test
    void the_administrator_ends_a_quarantine_with_a_reason_and_not_without() throws Exception {
        Rows.update(
                "insert into blob (id, sha256, size, created_at) values (nextval('blob_seq'), convert_to(?, 'UTF8'), 0,"
                        + " now())",
                mark);
        Rows.update(
                "insert into inbound_mail (id, mailbox_id, dedup_key, raw_blob_id, received_at, sender, subject, size,"
                        + " state, decision, reason, decided_at) select nextval('inbound_mail_seq'), (select min(id) from"
                        + " mailbox), ?, id, now(), 'who@desk.test', ?, 1000, 'QUARANTINED', 'NO_SENDER', 'Nobody',"
                        + " now() from blob where sha256 = convert_to(?, 'UTF8')",
                mark,
                "Strange " + mark,
                mark);
        try (Page ada = DESKS.at(ADA, "/admin/mail.xhtml?state=QUARANTINED")) {
            assertThat(ada.locator("#boxes")).containsText("support@pilet.test");
            Locator mail = ada.locator(".mail", new Page.LocatorOptions().setHasText("Strange " + mark));
            mail.locator(".dismiss").click();
            assertThat(ada.locator("#messages .message.error")).isVisible();
            mail.locator(".dismiss-reason").fill("Only a test");
            mail.locator(".dismiss").click();
            assertThat(mail).hasCount(0);
            assertThat(Rows.text(
                            "select state || ' ' || reason from inbound_mail where subject = ?", "Strange " + mark))
                    .isEqualTo("IGNORED Only a test");
        }
    }

    @Test
    void j_and_k_walk_the_list_and_enter_opens() {
        ticket("Walk first");
        ticket("Walk second");
        try (Page tamar = DESKS.at(TAMAR, "/agent/index.xhtml?view=ALL_OPEN&sort=CREATED&q=" + mark)) {
            assertThat(tamar.locator(".ticket-row")).hasCount(2);
            Locator rows = tamar.locator("[data-walk] a[data-row]");
            tamar.keyboard().press("j");
            assertThat(rows.nth(0)).isFocused();
            tamar.keyboard().press("j");
            assertThat(rows.nth(1)).isFocused();
            tamar.keyboard().press("k");
            assertThat(rows.nth(0)).isFocused();
            String number = rows.nth(0).locator(".number").innerText();
            tamar.keyboard().press("Enter");
            tamar.waitForURL("**/agent/ticket.xhtml?number=" + number);
            assertThat(tamar.locator("#facts .number")).hasText("#" + number);
        }
    }

    /** An entry that was delivered, made dead: trying it again can only succeed, and its receiver drops the copy. */
    private String deadEntry() throws SQLException {
        String number = ticket("Undeliverable");
        try (Page tamar = DESKS.at(TAMAR, Desks.path(number))) {
            Desks.write(tamar, "PUBLIC", "Dead letter " + mark);
            tamar.locator("[id='composer:send']").click();
            assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT")).containsText("Dead letter " + mark);
        }
        String query = "select o.id from outbox o join message m on o.kind = 'mail.reply' and o.dedup_key = m.id::text"
                + " where o.state = 'DONE' and m.body_text like ?";
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Rows.text(query, "%Dead letter " + mark + "%"))
                .isNotNull());
        String entry = Rows.text(query, "%Dead letter " + mark + "%");
        Rows.update(
                "update outbox set state = 'DEAD', attempts = 14, last_error = ? where id = ?::bigint",
                "550 no such " + mark,
                entry);
        return entry;
    }

    /** The number of a new ticket in the queue that all three work. */
    private String ticket(String about) {
        return DESKS.ticket(about + " " + mark, customer);
    }

    private static String subject(String number) throws SQLException {
        return Rows.text("select subject from ticket where number = ?", number);
    }

    private static String priority(String number) throws SQLException {
        return Rows.text("select priority from ticket where number = ?", number);
    }

    private static long id(String column, String number) throws SQLException {
        return Long.parseLong(Rows.text("select " + column + " from ticket where number = ?", number));
    }
}
