package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.server.Ports;

/**
 * What Pilet is for, from end to end and through the real parts: a mail becomes a ticket, an agent answers it in the
 * browser, the customer goes on by mail and in the portal, an unanswered ticket escalates, and the night reports it all.
 */
@ArquillianTest
@RunAsClient
class MainPathIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double BROWSER_PATIENCE = PATIENCE.toMillis();
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String domain = "path-" + mark + ".test";
    private final String customer = "mari-liis@" + domain;
    private final String token =
            Tokens.of("ada@pilet.test", "tickets:read", "tickets:write", "jobs:read", "jobs:write");
    private final String subject = "Printer ei tööta " + mark;

    @Test
    void a_mail_becomes_a_ticket_is_answered_escalates_and_is_reported() throws Exception {
        promiseAFirstResponseWithin(Duration.ofSeconds(20));
        try (var browser = Browser.start()) {
            Page desk = signIn(browser, "mari@pilet.test", "/agent/index.xhtml?view=ALL_OPEN&sort=CREATED");

            MimeMessage request = request();
            Transport.send(request);

            Locator row = desk.locator(".ticket-row", new Page.LocatorOptions().setHasText(subject));
            row.waitFor(new Locator.WaitForOptions().setTimeout(BROWSER_PATIENCE));
            String number = row.locator(".number").innerText();
            theTicketIsComplete(number);
            String acknowledged = theAcknowledgement(number);

            row.locator("a").first().click();
            theThreadShowsTheMail(desk);
            agentNotesTakesTagsAndRaises(desk);
            agentReplies(desk);
            Message reply = theReply(number, request.getMessageID());

            customerAnswers(reply);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(status(number)).isEqualTo("OPEN"));
            assertThat(desk.locator("#thread")).containsText("Nüüd töötab jälle", patiently());

            customerUsesThePortal(browser, acknowledged);
            assertThat(desk.locator("#thread")).containsText("Suur tänu portaalist", patiently());
        }
        String missed = anUnansweredTicketEscalates();
        theNightReportsIt();
        assertThat(api().get("/api/v1/tickets/" + missed).jsonPath().getBoolean("escalated"))
                .isTrue();
    }

    /** An organisation of its own, with a calendar that never closes and a target that a test can wait for. */
    private void promiseAFirstResponseWithin(Duration target) throws SQLException {
        Rows.update("insert into organisation (id, name) values (nextval('organisation_seq'), ?)", "Path " + mark);
        Rows.update(
                "insert into organisation_domain (domain, organisation_id) select ?, id from organisation where name = ?",
                domain,
                "Path " + mark);
        Rows.update(
                "insert into sla_policy (id, name, position, calendar_id, organisation_id) select"
                        + " nextval('sla_policy_seq'), 'Path ' || ?, -(select count(*) from sla_policy)::int - 1000, 2, id"
                        + " from organisation where name = ?",
                mark,
                "Path " + mark);
        Rows.update(
                "insert into sla_target (policy_id, metric, budget_seconds) select id, metric, seconds from sla_policy,"
                        + " (values ('FIRST_RESPONSE', ?::bigint), ('RESOLUTION', 86400)) as targets (metric, seconds)"
                        + " where name = ?",
                target.toSeconds(),
                "Path " + mark);
        Rows.update(
                "insert into escalation_action (policy_id, metric, percent, action) select id, 'FIRST_RESPONSE', percent,"
                        + " action from sla_policy, (values (75, 'NOTIFY_LEAD'), (100, 'RAISE_PRIORITY'), (100,"
                        + " 'NOTIFY_LEAD'), (100, 'MARK_ESCALATED')) as ladder (percent, action) where name = ?",
                "Path " + mark);
    }

    private static Page signIn(Browser browser, String email, String target) {
        Page page = browser.open(1440, 900);
        page.setDefaultTimeout(BROWSER_PATIENCE);
        page.navigate(target);
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill("pilet-demo");
        page.locator("[id='signIn:go']").click();
        page.waitForURL("**" + target.replace("?", "\\?"));
        return page;
    }

    private void theTicketIsComplete(String number) {
        var ticket = api().get("/api/v1/tickets/" + number)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(ticket.getString("status")).isEqualTo("NEW");
        assertThat(ticket.getString("channel")).isEqualTo("EMAIL");
        assertThat(ticket.getString("priority")).isNotBlank();
        assertThat(ticket.getString("queueName")).isEqualTo("Support");
        assertThat(ticket.getString("categoryName")).isNotBlank();
        assertThat(ticket.getString("requesterEmail")).isEqualTo(customer);
        assertThat(ticket.getString("organisationName")).isEqualTo("Path " + mark);
        assertThat(ticket.getString("language")).isEqualTo("et");
    }

    /** Returns the address of the portal's page for this ticket that the mail offers. */
    private String theAcknowledgement(String number) throws Exception {
        Message mail = mailTo(customer, 1);
        assertThat(mail.getSubject()).contains(number);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        Matcher link = Pattern.compile(
                        Pattern.quote(Installation.address()) + "portal/request\\.xhtml\\?token=[\\w.-]+")
                .matcher(text(mail));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private void theThreadShowsTheMail(Page desk) {
        Locator message = desk.locator("#thread .entry.CUSTOMER").first();
        assertThat(message).containsText("teise korruse printer õnneks töötab", patiently());
        Locator image = message.locator(".message-body img");
        await().atMost(PATIENCE).until(() -> (Boolean) image.evaluate("i => i.complete && i.naturalWidth > 0"));
        assertThat(message.locator(".files")).containsText("vealogi.txt");
        assertThat(message.locator("script")).hasCount(0);
    }

    private void agentNotesTakesTagsAndRaises(Page desk) {
        desk.locator("#composer .mode[data-mode=INTERNAL]").click();
        desk.locator("#composer .ql-editor").click();
        desk.keyboard().type("Garantii lõppes juba, sisemine märkus " + mark);
        desk.locator("[id='composer:note']").click();
        assertThat(desk.locator("#thread .entry.INTERNAL")).containsText("sisemine märkus", patiently());

        desk.locator("[id='head:take']").click();
        assertThat(desk.locator("[id='head:take']"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(BROWSER_PATIENCE));
        desk.locator("[id='head:priority']").selectOption("HIGH");
        assertThat(desk.locator("[id='head:priority'].HIGH"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(BROWSER_PATIENCE));
        desk.locator("[id='properties:newTag']").fill("printer-" + mark);
        desk.locator("[id='properties:newTag']").press("Tab");
        desk.locator("#properties .tag", new Page.LocatorOptions().setHasText("printer-" + mark))
                .waitFor();
    }

    private void agentReplies(Page desk) {
        desk.locator("#composer .mode[data-mode=PUBLIC]").click();
        desk.locator("#composer .ql-editor").click();
        desk.keyboard().type("Vahetasime tooneri. Palun proovige uuesti.");
        desk.locator("#composer input[type=file]")
                .setInputFiles(new FilePayload("juhend.txt", "text/plain", "Samm 1".getBytes(StandardCharsets.UTF_8)));
        assertThat(desk.locator("#composer .files.chosen")).containsText("juhend.txt", patiently());
        desk.locator("[id='composer:send']").click();
        assertThat(desk.locator("#thread .entry.PUBLIC.AGENT")).containsText("Vahetasime tooneri", patiently());
        assertThat(desk.locator("[id='head:status']"))
                .hasValue("ANSWERED", new LocatorAssertions.HasValueOptions().setTimeout(BROWSER_PATIENCE));
    }

    private Message theReply(String number, String requestId) throws Exception {
        Message mail = mailTo(customer, 2);
        assertThat(mail.getSubject()).contains(number);
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getHeader("In-Reply-To")).containsExactly(requestId);
        assertThat(mail.getHeader("References")[0]).contains(requestId);
        assertThat(text(mail)).contains("Vahetasime tooneri").doesNotContain("sisemine märkus");
        assertThat(fileNames(mail)).contains("juhend.txt");
        return mail;
    }

    private void customerAnswers(Message reply) throws MessagingException {
        MimeMessage answer = new MimeMessage(smtp());
        answer.setFrom(new InternetAddress(customer));
        answer.setRecipient(Message.RecipientType.TO, (InternetAddress) reply.getReplyTo()[0]);
        answer.setSubject("Re: " + reply.getSubject());
        answer.setHeader("In-Reply-To", reply.getHeader("Message-ID")[0]);
        answer.setText("Nüüd töötab jälle, aga paber on otsas.", "UTF-8");
        Transport.send(answer);
    }

    private void customerUsesThePortal(Browser browser, String link) {
        Page portal = browser.open(390, 844);
        portal.setDefaultTimeout(BROWSER_PATIENCE);
        portal.navigate(link);
        assertThat(portal.locator("#thread")).containsText("Vahetasime tooneri", patiently());
        assertThat(portal.locator("body")).not().containsText("sisemine märkus");
        assertThat(portal.url()).doesNotContain("token=");
        portal.locator("[id='answer:body']").fill("Suur tänu portaalist");
        portal.locator("[id='answer:send']").click();
        assertThat(portal.locator("#thread")).containsText("Suur tänu portaalist", patiently());
    }

    private String anUnansweredTicketEscalates() throws Exception {
        MimeMessage second = new MimeMessage(smtp());
        second.setFrom(new InternetAddress("ootaja@" + domain));
        second.setRecipient(Message.RecipientType.TO, new InternetAddress("support@pilet.test"));
        second.setSubject("Keegi ei vasta " + mark);
        second.setText("Palun aidake, arvuti ei käivitu enam üldse.", "UTF-8");
        Transport.send(second);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Rows.text(
                        "select s.state from sla_clock s join ticket t on t.id = s.ticket_id where t.subject = ? and"
                                + " s.metric = 'FIRST_RESPONSE'",
                        "Keegi ei vasta " + mark))
                .isEqualTo("BREACHED"));
        assertThat(Rows.text(
                        "select string_agg(e.kind, ' ' order by e.at, e.id) from ticket_event e join ticket t on t.id ="
                                + " e.ticket_id where t.subject = ? and e.kind in ('SLA_WARNED', 'SLA_BREACHED')",
                        "Keegi ei vasta " + mark))
                .isEqualTo("SLA_WARNED SLA_BREACHED");
        return Rows.text("select number from ticket where subject = ?", "Keegi ei vasta " + mark);
    }

    private void theNightReportsIt() throws Exception {
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(); // only days that are over
        int execution = api().contentType("application/json")
                .body("{\"from\":\"" + day + "\",\"to\":\"" + day + "\"}")
                .post("/api/v1/jobs/nightly-report/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getInt("executionId");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(api().get("/api/v1/jobs/executions/" + execution)
                        .jsonPath()
                        .getString("execution.state"))
                .isEqualTo("COMPLETED"));
        List<String> files =
                api().get("/api/v1/jobs/executions/" + execution).jsonPath().getList("files.name");
        assertThat(files).anyMatch(name -> name.endsWith(".csv"));
        assertThat(files).anyMatch(name -> name.endsWith(".xlsx"));
        assertThat(files).anyMatch(name -> name.endsWith(".pdf"));
    }

    private MimeMessage request() throws MessagingException {
        MimeBodyPart html = new MimeBodyPart();
        html.setContent(
                "<p>Tere!</p><p>Meie printer kolmandal korrusel ei tööta enam, <b>teise korruse printer õnneks töötab</b>."
                        + " Palun saatke keegi seda vaatama.</p><img src=\"cid:pilt@" + domain + "\">"
                        + "<script>alert('ei')</script>",
                "text/html; charset=UTF-8");
        MimeBodyPart image = new MimeBodyPart();
        image.setContent(PIXEL, "image/png");
        image.setContentID("<pilt@" + domain + ">");
        image.setDisposition(Part.INLINE);
        MimeBodyPart related = new MimeBodyPart();
        related.setContent(new MimeMultipart("related", html, image));
        MimeBodyPart file = new MimeBodyPart();
        file.setText("viga 0x17", "UTF-8");
        file.setFileName("vealogi.txt");
        file.setDisposition(Part.ATTACHMENT);
        MimeMessage mail = new MimeMessage(smtp());
        mail.setFrom(new InternetAddress(customer));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("support@pilet.test"));
        mail.setSubject(subject, "UTF-8");
        mail.setContent(new MimeMultipart("mixed", related, file));
        mail.saveChanges();
        return mail;
    }

    private static Session smtp() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", Ports.HOST);
        settings.setProperty(
                "mail.smtp.port", Integer.toString(Installation.ports().smtp()));
        return Session.getInstance(settings);
    }

    /** The nth mail that this address has got. */
    private static Message mailTo(String address, int nth) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Stream.of(Installation.mail().server().getReceivedMessages())
                                .filter(mail -> isTo(mail, address))
                                .toList(),
                        mails -> mails.size() >= nth)
                .get(nth - 1);
    }

    private static boolean isTo(Message mail, String address) {
        try {
            Address[] all = mail.getAllRecipients(); // others' mails may name nobody
            return all != null && List.of(all).contains(new InternetAddress(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart many) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < many.getCount(); i++) {
                all.append(text(many.getBodyPart(i)));
            }
            return all.toString();
        }
        return part.isMimeType("text/plain") && part.getFileName() == null
                ? part.getContent().toString()
                : "";
    }

    private static List<String> fileNames(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart many) {
            List<String> names = new java.util.ArrayList<>();
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart each = many.getBodyPart(i);
                names.addAll(fileNames(each));
            }
            return names;
        }
        return part.getFileName() == null ? List.of() : List.of(part.getFileName());
    }

    private String status(String number) {
        return api().get("/api/v1/tickets/" + number).jsonPath().getString("status");
    }

    private RequestSpecification api() {
        return RestAssured.given().baseUri(Installation.address()).auth().oauth2(token);
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(BROWSER_PATIENCE);
    }
}
