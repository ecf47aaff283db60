package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class PortalIT {

    private static final FilePayload NOTES =
            new FilePayload("märkmed یادداشت.txt", "text/plain", "three sheets".getBytes(UTF_8));

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_stranger_registers_by_the_link_in_a_mail_and_may_forget_the_password() {
        try (var visitor = PortalVisitor.registered(browser, "Rasmus")) {
            assertThat(visitor.page().locator(".empty")).isVisible();
            signOut(visitor);
            visitor.page().navigate("/portal/open/forgotten.xhtml");
            visitor.page().fill("[id='register:email']", visitor.email());
            visitor.page().click("[id='register:send']");
            visitor.choosePassword(visitor.passwordLink(1), "another long password");
            signOut(visitor);
            visitor.page().navigate("/portal/index.xhtml");
            visitor.page().fill("[id='signIn:email']", visitor.email());
            visitor.page().fill("[id='signIn:password']", "another long password");
            visitor.page().click("[id='signIn:go']");
            visitor.page().waitForURL("**/portal/index.xhtml");
            assertThat(visitor.page().locator("h1")).hasText("Your requests");
        }
    }

    @Test
    void a_link_to_choose_a_password_works_once() {
        try (var visitor = PortalVisitor.registered(browser, "Once")) {
            signOut(visitor);
            visitor.page().navigate(visitor.passwordLink(0));
            visitor.page().fill("[id='choose:password']", "somebody else guesses");
            visitor.page().click("[id='choose:save']");
            assertThat(visitor.page().locator("h1")).hasText("This link no longer works");
        }
    }

    @Test
    void a_new_request_with_a_file_gets_a_number_and_stays_readable() throws Exception {
        try (var visitor = PortalVisitor.registered(browser, "Nora")) {
            var page = visitor.page();
            page.navigate("/portal/new.xhtml");
            page.setInputFiles("[id='new:files']", NOTES);
            assertThat(page.locator(".file-chip")).containsText("1 kB");
            page.fill("[id='new:subject']", "Printer jams");
            page.click("[id='new:send']");
            assertThat(page.locator(".field-error").first()).hasText("Choose what it is about.");
            assertThat(page.locator(".file-chip")).containsText("märkmed یادداشت.txt");
            assertThat(page.locator("[id='new:subject']")).hasValue("Printer jams");
            page.getByText("Support", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            page.fill("[id='new:body']", "Since Monday, ääkköset & <b>all</b>.");
            page.click("[id='new:send']");
            page.waitForURL("**/portal/request.xhtml?number=*");
            String number = page.url().substring(page.url().indexOf('=') + 1);
            assertThat(page.locator(".portal-done")).containsText(number);
            assertThat(page.locator(".letter-words")).hasText("Since Monday, ääkköset & <b>all</b>.");
            var download =
                    page.waitForDownload(() -> page.locator("a.file-chip").click());
            assertThat(Files.readString(download.path())).isEqualTo("three sheets");
            page.navigate("/portal/index.xhtml");
            assertThat(page.locator(".request-card")).hasCount(1);
            assertThat(page.locator(".request-card")).containsText("#" + number);
            assertThat(text("select status || ' ' || channel || ' ' || priority from ticket where number = ?", number))
                    .isEqualTo("NEW PORTAL NORMAL");
        }
    }

    @Test
    void an_answer_opens_the_request_again_and_an_empty_one_is_refused() throws Exception {
        try (var visitor = PortalVisitor.registered(browser, "Aino")) {
            String number = visitor.ask("Invoice twice", "It was charged twice.");
            set("update ticket set status = 'ANSWERED' where number = ?", number);
            var page = visitor.page();
            page.navigate("/portal/request.xhtml?number=" + number);
            assertThat(page.locator("#state .pill")).hasText("Answered");
            page.click("[id='answer:send']");
            assertThat(page.locator(".field-error")).hasText("Write something or attach a file.");
            page.fill("[id='answer:body']", "And the third time today.");
            page.click("[id='answer:send']");
            assertThat(page.locator(".portal-done")).hasText("Your answer has been sent.");
            assertThat(page.locator(".letter")).hasCount(2);
            assertThat(page.locator("#state .pill")).hasText("In progress");
        }
    }

    @Test
    void a_solved_request_is_confirmed_or_opened_again_by_its_customer() throws Exception {
        try (var visitor = PortalVisitor.registered(browser, "Sami")) {
            String number = visitor.ask("No sound", "The headset is silent.");
            var page = visitor.page();
            set("update ticket set status = 'RESOLVED', resolved_at = now() where number = ?", number);
            page.navigate("/portal/request.xhtml?number=" + number);
            page.click("[id='decide:reopen']");
            assertThat(page.locator("#state .pill")).hasText("In progress");
            assertThat(page.locator("[id='decide']")).hasCount(0);
            set("update ticket set status = 'RESOLVED', resolved_at = now() where number = ?", number);
            page.navigate("/portal/index.xhtml");
            assertThat(page.locator(".request-card .pill")).hasText("Solved?");
            page.navigate("/portal/request.xhtml?number=" + number);
            page.click("[id='decide:confirm']");
            assertThat(page.locator("#state .pill")).hasText("Closed");
            page.navigate("/portal/index.xhtml?closed=true");
            assertThat(page.locator(".request-card")).hasCount(1);
            page.navigate("/portal/request.xhtml?number=" + number);
            page.fill("[id='answer:body']", "It is silent again.");
            page.click("[id='answer:send']");
            assertThat(page.locator(".portal-done")).containsText("have opened this new one");
            assertThat(page.url()).doesNotContain(number);
        }
    }

    @Test
    void a_solved_request_of_a_queue_that_reopens_none_is_not_opened_again_and_what_is_typed_stays() throws Exception {
        try (var visitor = PortalVisitor.registered(browser, "Liis")) {
            String number = visitor.ask("No picture", "The screen is black.");
            var page = visitor.page();
            set("update ticket set status = 'RESOLVED', resolved_at = now() where number = ?", number);
            page.navigate("/portal/request.xhtml?number=" + number);
            page.fill("[id='answer:body']", "Still black.");
            set(
                    "insert into mail_follow_up (queue_id, policy) select queue_id, 'NEW_TICKET' from ticket"
                            + " where number = ? on conflict (queue_id) do update set policy = excluded.policy",
                    number);
            page.click("[id='decide:reopen']");
            assertThat(page.locator(".portal-done")).containsText("is not opened again");
            assertThat(page.locator("#state .pill")).hasText("Solved?");
            assertThat(page.locator("[id='decide:reopen']")).hasCount(0);
            assertThat(page.locator("[id='answer:body']")).hasValue("Still black.");
            page.click("#goOn");
            assertThat(page.locator("[id='answer:body']")).isFocused();
            page.click("[id='answer:send']");
            assertThat(page.locator(".portal-done")).containsText("have opened this new one");
            assertThat(text("select status from ticket where number = ?", number))
                    .isEqualTo("RESOLVED");
        } finally {
            set("delete from mail_follow_up where policy = ?", "NEW_TICKET");
        }
    }

    @Test
    void others_requests_and_internal_notes_do_not_exist_for_a_customer() throws Exception {
        try (var owner = PortalVisitor.registered(browser, "Owner");
                var curious = PortalVisitor.registered(browser, "Curious")) {
            String number = owner.ask("Secret salary", "Only for your eyes.");
            set(
                    "insert into message (id, ticket_id, visibility, origin, channel, author_name, at, body_text,"
                            + " language) select nextval('message_seq'), id, 'INTERNAL', 'AGENT', 'PORTAL', 'Mari',"
                            + " now(), 'do not tell them', 'en' from ticket where number = ?",
                    number);
            owner.page().navigate("/portal/request.xhtml?number=" + number);
            assertThat(owner.page().locator(".letter")).hasCount(1);
            assertThat(owner.page().content()).doesNotContain("do not tell them");
            owner.page().navigate("/portal/index.xhtml?q=tell");
            assertThat(owner.page().locator(".request-card")).hasCount(0);

            assertThat(curious.status("/portal/request.xhtml?number=" + number)).isEqualTo(404);
            assertThat(curious.status("/portal/request.xhtml?number=9999999999"))
                    .isEqualTo(404);
            curious.page().navigate("/portal/index.xhtml?q=salary");
            assertThat(curious.page().locator(".request-card")).hasCount(0);
            assertThat(curious.status("/agent/index.xhtml")).isEqualTo(403);
        }
    }

    @Test
    void a_signed_link_opens_its_request_and_nothing_else() throws Exception {
        try (var owner = PortalVisitor.registered(browser, "Linked");
                var reader = PortalVisitor.stranger(browser, "Reader")) {
            String number = owner.ask("First", "The one with the link.");
            String other = owner.ask("Second", "The other one.");
            var page = reader.page();
            page.navigate(SignedRequestLink.path(
                    personOf(number), ticketOf(number), Instant.now().plusSeconds(600)));
            assertThat(page.url()).endsWith("/portal/request.xhtml?number=" + number);
            page.fill("[id='answer:body']", "Written without an account.");
            page.click("[id='answer:send']");
            assertThat(page.locator(".letter")).hasCount(2);
            assertThat(reader.status("/portal/request.xhtml?number=" + other)).isEqualTo(404);
            page.navigate("/portal/index.xhtml");
            assertThat(page.url()).endsWith("/portal/request.xhtml?number=" + number);
            page.navigate("/profile.xhtml");
            assertThat(page.url()).endsWith("/portal/request.xhtml?number=" + number);
            page.navigate("/sign-in.xhtml");
            assertThat(page.locator("[id='signIn:go']")).isVisible();
        }
    }

    @Test
    void an_old_link_is_renewed_to_its_own_address_and_a_forged_one_answers_alike() throws Exception {
        try (var owner = PortalVisitor.registered(browser, "Late");
                var reader = PortalVisitor.stranger(browser, "Reader")) {
            String number = owner.ask("Old link", "It was long ago.");
            String old = SignedRequestLink.path(
                    personOf(number), ticketOf(number), Instant.now().minusSeconds(5));
            assertThat(renew(reader, old)).isEqualTo(renew(reader, old.replace("token=", "token=x")));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(text(
                            "select count(*) from outbox where kind = 'notify' and payload like ?",
                            "%ticket.link%\"ticketId\":" + ticketOf(number) + ",%"))
                    .isEqualTo("1"));
        }
    }

    @Test
    void somebody_elses_link_does_not_end_a_proper_sign_in() throws Exception {
        try (var owner = PortalVisitor.registered(browser, "Owner");
                var other = PortalVisitor.registered(browser, "Other")) {
            String number = owner.ask("Not yours", "Mine.");
            other.page()
                    .navigate(SignedRequestLink.path(
                            personOf(number), ticketOf(number), Instant.now().plusSeconds(600)));
            assertThat(other.page().locator("h1")).hasText("This link is for somebody else");
            other.page().navigate("/portal/index.xhtml");
            assertThat(other.page().locator("h1")).hasText("Your requests");
        }
    }

    @Test
    void the_profile_changes_the_language_at_once() {
        try (var visitor = PortalVisitor.registered(browser, "Shirin")) {
            var page = visitor.page();
            page.navigate("/profile.xhtml");
            page.selectOption("[id='profile:language']", "fa");
            page.click("[id='profile:save']");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            assertThat(page.locator("h1")).hasText("مشخصات شما");
        }
    }

    private static String renew(PortalVisitor reader, String link) {
        reader.page().navigate(link);
        assertThat(reader.page().url()).doesNotContain("token");
        assertThat(reader.page().locator("h1")).hasText("This link no longer works");
        reader.page().click("[id='link:send']");
        return reader.page().locator("main").innerText();
    }

    private static void signOut(PortalVisitor visitor) {
        visitor.page().locator(".user-menu summary").click();
        visitor.page().locator("form[action$='/sign-out'] button").click();
        visitor.page().waitForURL("**/sign-in.xhtml?out=1");
    }

    private static long ticketOf(String number) throws SQLException {
        return Long.parseLong(text("select id from ticket where number = ?", number));
    }

    private static long personOf(String number) throws SQLException {
        return Long.parseLong(text("select requester_id from ticket where number = ?", number));
    }

    private static void set(String sql, String argument) throws SQLException {
        try (Connection database = Installation.connect();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, argument);
            statement.executeUpdate();
        }
    }

    private static String text(String sql, String argument) throws SQLException {
        try (Connection database = Installation.connect();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
