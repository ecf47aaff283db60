package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One ticket of two, two of one, and how they hang together; each gesture is taken back. */
@ArquillianTest
@RunAsClient
class MergeIT {

    @AutoClose
    private static final Desks desks = new Desks();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String customer = "kai." + mark + "@merge.test";

    @Test
    void merged_words_people_tags_and_later_mail_go_to_the_target_and_come_back() throws Exception {
        String source = ticketOfMail(customer, "Twice " + mark);
        String target = ticketOfMail("boss." + mark + "@merge.test", "Once " + mark);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(source))) {
            tamar.locator("[id='properties:newTag']").fill("tag-" + mark);
            tamar.locator("[id='properties:newTag']").press("Tab");
            tamar.locator("#properties .tag", new Page.LocatorOptions().setHasText("tag-" + mark))
                    .waitFor();
            String sourceBefore = state(source);
            String targetBefore = state(target);

            tamar.getByText("Merge into another ticket").click();
            tamar.locator("[id='links:target']").fill("#" + target);
            tamar.locator("[id='links:merge']").click();
            assertThat(tamar.locator("#links .message.warn")).containsText("Kai"); // who would read what is new to them
            assertThat(tamar.locator("#facts .number")).hasText("#" + source);
            tamar.locator("[id='links:mergeAll']").click();
            tamar.waitForURL("**/agent/ticket.xhtml?number=" + target + "&did=merged");
            assertThat(tamar.locator("#thread")).containsText("Twice " + mark);
            assertThat(tamar.locator("#properties .tags")).containsText("tag-" + mark);
            assertThat(tamar.locator("#links .linked")).containsText("Twice " + mark);
            assertThat(Rows.text("select status from ticket where number = ?", source))
                    .isEqualTo("MERGED");
            assertThat(ticketOfMailTo(source)).isEqualTo(target);
            // features B1.20: nothing ticks on the source, and the target's customer has waited since the source came
            assertThat(clocks(source)).isEqualTo("VOID");
            assertThat(firstResponseSince(target)).isEqualTo(source);

            tamar.locator(".undo-merge").click();
            assertThat(tamar.locator("#links .undo-merge")).hasCount(0);
            assertThat(state(source)).isEqualTo(sourceBefore);
            assertThat(state(target)).isEqualTo(targetBefore.replace("messages 1", "messages 2"));
            assertThat(ticketOfMailTo(source)).isEqualTo(source);
            assertThat(clocks(source)).isEqualTo("RUNNING");
            assertThat(firstResponseSince(target)).isEqualTo(target);
        }
    }

    @Test
    void a_second_matter_is_split_off_and_the_split_taken_back() throws Exception {
        String number = desks.ticket("Two things " + mark, customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            tamar.locator("#thread .entry.CUSTOMER").hover();
            tamar.locator("[data-split]").first().click();
            tamar.waitForURL("**did=split");
            assertThat(tamar.locator("#thread .entry.CUSTOMER")).containsText("Two things " + mark);
            assertThat(tamar.locator("#links .linked")).containsText(number);
            String split = tamar.locator("#facts .number").innerText().replace("#", "");
            assertThat(split).isNotEqualTo(number);
            tamar.locator(".undo-split").click();
            tamar.waitForURL("**did=unsplit");
            assertThat(tamar.locator("#facts .number")).hasText("#" + number);
            assertThat(Rows.text("select status from ticket where number = ?", split))
                    .isEqualTo("DELETED");
        }
    }

    @Test
    void links_are_drawn_read_from_both_ends_and_removed() throws Exception {
        String part = desks.ticket("Part " + mark, customer);
        String whole = desks.ticket("Whole " + mark, customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(part))) {
            link(tamar, whole);
            assertThat(tamar.locator("#links .linked")).containsText("Part of");
            assertThat(tamar.locator("#links .linked")).containsText("Whole " + mark);
            tamar.navigate(Desks.path(whole));
            assertThat(tamar.locator("#links .linked")).containsText("Has part");
            link(tamar, part);
            assertThat(tamar.locator("#messages .message.error")).containsText(part);
            tamar.locator("#links .linked .pi-times").click();
            assertThat(tamar.locator("#links .linked")).hasCount(0);
            assertThat(Rows.text(
                            "select count(*) from ticket_event e join ticket t on t.id = e.ticket_id where t.number = ? and"
                                    + " e.kind in ('LINKED', 'UNLINKED')",
                            part))
                    .isEqualTo("2");
        }
    }

    private static void link(Page page, String number) {
        page.getByText("Link to another ticket").click();
        page.locator("[id='links:kind']").selectOption("CHILD_OF");
        page.locator("[id='links:number']").fill(number);
        page.locator("[id='links:link']").click();
    }

    /** On which ticket a mail of the customer lands that names this one in its subject. */
    private String ticketOfMailTo(String number) throws SQLException {
        return ticketOfMail(customer, "Re: [#" + number + "] again");
    }

    /** On which ticket a mail of that person lands. */
    private static String ticketOfMail(String from, String subject) throws SQLException {
        String id = "<" + UUID.randomUUID() + "@merge.test>";
        RestAssured.given()
                .baseUri(Installation.address())
                .auth()
                .oauth2(Tokens.of(Desks.ADA, "mail:inject"))
                .contentType("message/rfc822")
                .body(("From: Kai <" + from + ">\r\nTo: support@pilet.test\r\nSubject: " + subject
                                + "\r\nMessage-ID: " + id
                                + "\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nOne"
                                + " more word: " + subject + "\r\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/inbound-mail")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        return Rows.text(
                "select t.number from message m join ticket t on t.id = m.ticket_id where m.mail_message_id = ?", id);
    }

    /** The states of the ticket's clocks. */
    private static String clocks(String number) throws SQLException {
        return Rows.text(
                "select string_agg(distinct c.state, ' ' order by c.state) from sla_clock c join ticket t on t.id ="
                        + " c.ticket_id where t.number = ?",
                number);
    }

    /** The number of the ticket with whose creation the first response's clock of this one began. */
    private static String firstResponseSince(String number) throws SQLException {
        return Rows.text(
                "select s.number from sla_clock c join ticket t on t.id = c.ticket_id join ticket s on s.created_at ="
                        + " c.started_at where t.number = ? and c.metric = 'FIRST_RESPONSE'",
                number);
    }

    private static String state(String number) throws SQLException {
        return Rows.text(
                "select t.status || ' ' || coalesce((select string_agg(g.tag, ',' order by g.tag) from ticket_tag g where"
                        + " g.ticket_id = t.id), '') || ' people ' || (select count(*) from ticket_participant p where"
                        + " p.ticket_id = t.id) || ' messages ' || (select count(*) from message m where m.ticket_id ="
                        + " t.id) || ' links ' || (select count(*) from ticket_link l where t.id in (l.from_id, l.to_id))"
                        + " from ticket t where t.number = ?",
                number);
    }
}
