package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What administrators decide about the mail of a queue, and what readers of our mails may switch off. */
@ArquillianTest
@RunAsClient
class QueueMailIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Api ada = Api.as("ada@pilet.test");
    private final String mark = Api.word();

    @Test
    void an_administrator_says_on_a_page_what_a_mail_on_a_done_request_does() throws Exception {
        String queue = Rows.text("select id::text from queue where address = ?", "hr@pilet.test");
        String signature = Rows.text("select signature from queue where address = ?", "hr@pilet.test");
        try (Desks desks = new Desks()) {
            Page page = desks.at(Desks.ADA, "/admin/queue-mail.xhtml?language=en&queue=" + queue);
            page.locator("[id='mail:kind']").selectOption(new SelectOption().setValue("REOPEN_WITHIN_DAYS"));
            page.locator("[id='mail:days']").fill("5");
            page.locator("[id='mail:thanks']").check();
            page.locator("[id='mail:signature']").fill("Kind regards, {{agent}}\nTeam {{queue}}");
            page.locator("[id='mail:save']").click();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(ada.read("/queues/" + queue + "/follow-up-policy", "days"))
                            .isEqualTo("5"));
            assertThat(ada.read("/queues/" + queue + "/follow-up-policy", "kind"))
                    .isEqualTo("REOPEN_WITHIN_DAYS");
            assertThat(ada.read("/queues/" + queue + "/follow-up-policy", "thanksReopen"))
                    .isEqualTo("true");
            assertThat(ada.read("/queues/" + queue, "signature")).isEqualTo("Kind regards, {{agent}}\nTeam {{queue}}");

            page.locator("[id='mail:signature']").fill("{{password}}");
            page.locator("[id='mail:save']").click();
            page.getByText("{{password}}").first().waitFor();
            assertThat(ada.read("/queues/" + queue, "signature")).startsWith("Kind regards");
        } finally {
            put("/queues/" + queue + "/follow-up-policy", Map.of("kind", "UNTIL_CLOSED"))
                    .then()
                    .statusCode(200);
            put("/queues/" + queue + "/signature", Map.of("signature", signature, "acknowledges", true))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void what_a_queue_takes_no_more_is_refused_outside_mail_too_but_thanks_are_taken() throws Exception {
        String queue = Rows.text("select id::text from queue where address = ?", "hr@pilet.test");
        try (Desks desks = new Desks()) {
            Api anna = Api.as("anna@northwind.test");
            String number = ada.open(Map.of(
                    "queue",
                    ada.read("/queues/" + queue, "name"),
                    "subject",
                    "Refused " + mark,
                    "text",
                    "Please",
                    "channel",
                    "PHONE",
                    "requester",
                    Map.of("email", "anna@northwind.test", "name", "Anna", "language", "en")));
            ada.post("/tickets/" + number + "/messages", Map.of("text", "Done", "statusAfter", "RESOLVED"))
                    .then()
                    .statusCode(201);
            put("/queues/" + queue + "/follow-up-policy", Map.of("kind", "REJECT"))
                    .then()
                    .statusCode(200);
            String thread = "/tickets/" + number + "/messages";

            anna.post(thread, Map.of("text", "It is back")).then().statusCode(409);
            anna.post("/tickets/" + number + "/verdict", Map.of("solved", false))
                    .then()
                    .statusCode(409);
            anna.post(thread, Map.of("text", "Thank you very much!")).then().statusCode(201);
            assertThat(ada.read("/tickets/" + number, "status")).isEqualTo("RESOLVED");

            Page page = desks.at(Desks.ADA, "/agent/ticket.xhtml?number=" + number);
            page.locator("[data-reopen]").click();
            await().atMost(SOON).untilAsserted(() -> assertThat(ada.read("/tickets/" + number, "status"))
                    .isEqualTo("OPEN"));
        } finally {
            put("/queues/" + queue + "/follow-up-policy", Map.of("kind", "UNTIL_CLOSED"))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void an_answer_is_signed_by_agent_and_queue_in_the_words_of_the_house() throws Exception {
        String queue = Rows.text("select id::text from queue where address = ?", "hr@pilet.test");
        String signature = Rows.text("select signature from queue where address = ?", "hr@pilet.test");
        String frame = "/reply-frames/en?queue=" + queue;
        try {
            put("/me/signature", Map.of("signature", "Ada of {{queue}}")).then().statusCode(200);
            put("/queues/" + queue + "/signature", Map.of("signature", "Your {{queue}}", "acknowledges", true))
                    .then()
                    .statusCode(200);
            assertThat(put(frame, Map.of("body", "{{oops}}")).statusCode()).isEqualTo(422);
            Response own =
                    put(frame, Map.of("body", "{{signature}}\n\nAsk again, {{name}}, about {{number}}: {{link}}"));
            assertThat(own.jsonPath().getString("source")).isEqualTo("QUEUE");
            String queueName = ada.read("/queues/" + queue, "name");
            String customer = mark + "@contoso.example";
            String number = ada.open(Map.of(
                    "queue",
                    queueName,
                    "subject",
                    "Signed",
                    "text",
                    "Please",
                    "requester",
                    Map.of("email", customer, "name", "Kai Customer", "language", "en"),
                    "channel",
                    "PHONE"));
            ada.post("/tickets/" + number + "/messages", Map.of("text", "Here you are."))
                    .then()
                    .statusCode(201);

            await().atMost(SOON).until(() -> answersTo(customer).size() == 1);
            List<String> parts = texts((Multipart) answersTo(customer).get(0).getContent());
            assertThat(parts.get(0).replace("\r\n", "\n"))
                    .startsWith("Here you are.\n\nAda of " + queueName + "\nYour " + queueName + "\n\nAsk again, Kai"
                            + " Customer, about " + number + ": http")
                    .contains("/portal/request.xhtml?token=");
            assertThat(parts.get(1)).contains("Ada of " + queueName).contains("/portal/request.xhtml</a>");
        } finally {
            put("/me/signature", Map.of("signature", "")).then().statusCode(200);
            put("/queues/" + queue + "/signature", Map.of("signature", signature, "acknowledges", true))
                    .then()
                    .statusCode(200);
            assertThat(ada.call().delete(frame).jsonPath().getString("source")).isEqualTo("SHIPPED");
        }
    }

    @Test
    void mails_that_can_be_switched_off_are_so_with_one_click_by_a_program_and_with_two_by_a_person() throws Exception {
        String reza = Rows.text("select id::text from person where email = ?", "reza@pilet.test");
        try {
            String number = ada.open("Switch " + mark, "Please");
            ada.patch("/tickets/" + number, Map.of("ownerId", Long.valueOf(reza), "note", "She is in <Tartu> today"))
                    .then()
                    .statusCode(200);
            await().atMost(SOON).until(() -> mailsAbout(mark).size() == 1);
            MimeMessage mail = mailsAbout(mark).get(0);
            assertThat(texts((Multipart) mail.getContent()).get(0)).contains("She is in <Tartu> today");
            assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            String link = mail.getHeader("List-Unsubscribe", null).replaceAll("[<>\\s]", "");
            String token = URLDecoder.decode(
                    URI.create(link).getRawQuery().replaceFirst("^token=", ""), StandardCharsets.UTF_8);

            try (Desks desks = new Desks()) {
                Page page = desks.browser().context(360, 740).newPage();
                page.navigate("/unsubscribe?token=" + token);
                page.getByText("reza@pilet.test").first().waitFor();
                assertThat(choices(reza)).as("looking changes nothing").isEqualTo("0");
            }
            unsubscribe(token).then().statusCode(200);
            assertThat(Rows.text(
                            "select by_mail::text from notice_choice where person_id = ? and kind = 'ASSIGNED'",
                            Long.valueOf(reza)))
                    .isEqualTo("false");
            unsubscribe(token).then().statusCode(200);
            unsubscribe("forged." + token).then().statusCode(410);
        } finally {
            Rows.update("delete from notice_choice where person_id = ? and kind = 'ASSIGNED'", Long.valueOf(reza));
        }
    }

    private static String choices(String personId) throws Exception {
        return Rows.text(
                "select count(*)::text from notice_choice where person_id = ? and kind = 'ASSIGNED'",
                Long.valueOf(personId));
    }

    private static Response unsubscribe(String token) {
        return RestAssured.given()
                .baseUri(Installation.address())
                .queryParam("token", token)
                .formParam("List-Unsubscribe", "One-Click")
                .post("/unsubscribe");
    }

    private Response put(String path, Map<String, ?> body) {
        return ada.call().contentType(ContentType.JSON).body(body).put(path);
    }

    private static List<MimeMessage> answersTo(String address) throws Exception {
        return Arrays.stream(Installation.mail().server().getReceivedMessages())
                .filter(mail -> has(mail, address, "Re: "))
                .toList();
    }

    private static List<MimeMessage> mailsAbout(String word) {
        return Arrays.stream(Installation.mail().server().getReceivedMessages())
                .filter(mail -> has(mail, "reza@pilet.test", word))
                .toList();
    }

    private static boolean has(MimeMessage mail, String to, String subject) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(to)
                    && mail.getSubject() != null
                    && mail.getSubject().contains(subject);
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> texts(Multipart alternative) throws Exception {
        BodyPart plain = alternative.getBodyPart(0);
        BodyPart html = alternative.getBodyPart(1);
        return List.of(plain.getContent().toString(), html.getContent().toString());
    }
}
