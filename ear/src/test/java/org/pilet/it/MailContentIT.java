package org.pilet.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What mails say and what their seals are worth, against the deployed application. */
@ArquillianTest
@RunAsClient
class MailContentIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Api ada = Api.as("ada@pilet.test");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void words_of_a_queue_come_before_those_of_the_house_and_can_be_taken_back() throws Exception {
        String queue = Rows.text("select id::text from queue where address = ?", "billing@pilet.test");
        String path = "/mail-templates/ACKNOWLEDGEMENT/en";
        assertThat(ada.get(path).jsonPath().getString("source")).isEqualTo("SHIPPED");
        assertThat(put(path + "?queue=" + queue, Map.of("subject", "{{link.token}}", "body", "x"))
                        .statusCode())
                .isEqualTo(422);
        String subject = "Billing has [#{{number}}] " + mark;
        Map<String, Object> words = Map.of(
                "subject", subject, "body", "Dear {{name}},\n\n{{#link}}see {{link}}{{/link}}{{^link}}none{{/link}}");
        Response preview = ada.post(path + "/preview", words);
        assertThat(preview.jsonPath().getString("subject")).isEqualTo("Billing has [#100042] " + mark);
        assertThat(put(path + "?queue=" + queue, words).jsonPath().getString("source"))
                .isEqualTo("QUEUE");
        assertThat(put(path + "?queue=" + queue, words).statusCode())
                .as("written since it was read")
                .isEqualTo(409);
        try {
            String customer = "words-" + mark + "@contoso.example";
            pipe(
                    "billing@pilet.test",
                    ("From: Jane <" + customer + ">\r\nTo: billing@pilet.test\r\nSubject: {{link}} " + mark
                                    + "\r\nMessage-ID: <" + mark + "@contoso.example>\r\n\r\n"
                                    + "Hello, could you please send me the invoice of last month again?\r\n")
                            .getBytes(UTF_8));
            await().atMost(SOON).untilAsserted(() -> assertThat(subjectsTo(customer))
                    .singleElement()
                    .satisfies(told ->
                            assertThat(told).startsWith("Billing has [#").endsWith(mark)));
        } finally {
            Response reset = ada.call().delete(path + "?queue=" + queue);
            assertThat(reset.jsonPath().getString("source")).isEqualTo("SHIPPED");
        }
    }

    @Test
    void a_mail_sealed_for_a_mailbox_is_opened_and_its_signature_told_point_by_point() throws Exception {
        String mailbox = Rows.text("select id::text from mailbox where address = ?", "hr@pilet.test");
        Response signe =
                ada.post("/mail-keys", Map.of("kind", "OPENPGP", "file", resource("signe.asc"), "trusted", true));
        signe.then().statusCode(201);
        assertThat(signe.jsonPath().getList("addresses")).containsExactly("signe@sealed.example");
        Response ours = ada.post(
                "/mail-keys",
                Map.of("kind", "OPENPGP", "file", resource("hr-private.asc"), "mailboxId", Long.valueOf(mailbox)));
        ours.then().statusCode(201);
        assertThat(ours.asString()).doesNotContain("PRIVATE");
        assertThat(ours.jsonPath().getBoolean("ours")).isTrue();

        put("/mailboxes/" + mailbox + "/sealing", Map.of("scheme", "OPENPGP", "encrypts", true))
                .then()
                .statusCode(200);
        try {
            opened();
        } finally {
            put("/mailboxes/" + mailbox + "/sealing", Map.of("scheme", "NONE"))
                    .then()
                    .statusCode(200);
            ada.call()
                    .delete("/mail-keys/" + ours.jsonPath().getLong("id"))
                    .then()
                    .statusCode(204);
            ada.call()
                    .delete("/mail-keys/" + signe.jsonPath().getLong("id"))
                    .then()
                    .statusCode(204);
        }
    }

    private void opened() throws Exception {
        Response outcome = pipe("hr@pilet.test", resource("sealed.eml").getBytes(UTF_8));
        outcome.then().statusCode(201);
        String reason = ada.get("/inbound-mail/" + outcome.jsonPath().getLong("id"))
                .jsonPath()
                .getString("reason");
        assertThat(reason)
                .contains("encrypted to us and has been opened")
                .contains("OpenPGP signature fits. The key names Signe Saar (signe@sealed.example)")
                .contains("That key is trusted here.")
                .contains("It names the address of the author.")
                .contains("covers all words and files");
        assertThat(Rows.text(
                        "select body_text from message where id = ?",
                        outcome.jsonPath().getLong("messageId")))
                .contains("Salajane sõnum");

        await().atMost(SOON).untilAsserted(() -> assertThat(mailsTo("signe@sealed.example"))
                .as("what we answer is sealed too")
                .singleElement()
                .satisfies(answer -> assertThat(answer.getContentType()).startsWith("multipart/encrypted")));
    }

    @Test
    void the_pages_open_for_administrators_only() {
        for (String path : List.of("/mail-templates", "/mail-keys")) {
            ada.get(path).then().statusCode(200);
            Api.withScopes("ada@pilet.test", "tickets:read").get(path).then().statusCode(403);
            Api.as("mari@pilet.test").get(path).then().statusCode(403);
        }
    }

    private Response put(String path, Map<String, ?> body) {
        return ada.call().contentType(ContentType.JSON).body(body).put(path);
    }

    private Response pipe(String recipient, byte[] mail) {
        return ada.call()
                .contentType(Api.MAIL)
                .queryParam("recipient", recipient)
                .body(mail)
                .post("/inbound-mail");
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = MailContentIT.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(Installation.mail().server().getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> subjectsTo(String address) {
        return mailsTo(address).stream()
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }
}
