package org.pilet.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Programs that answer whatever they get: none of them can start a storm, and nobody who is none goes unanswered. */
@ArquillianTest
@RunAsClient
class LoopsIT {

    private static final Path CORPUS =
            Path.of("../ejb/src/test/resources/org/pilet/channels/mail/corpus").toAbsolutePath();
    private static final String QUEUE = "support@pilet.test";
    private static final int MOST_ANSWERS = 5;
    private static final int MOST_AUTOMATIC = 3;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private int serial;

    /** Answers a mail it got: complete mails, or none. */
    @FunctionalInterface
    private interface Responder {
        List<String> answer(String self, MimeMessage got) throws MessagingException, IOException;
    }

    @Test
    void no_counterpart_starts_a_storm() throws Exception {
        Map<String, Responder> responders = responders();
        assertThat(responders).hasSizeGreaterThanOrEqualTo(20);
        Map<String, Integer> answered = new HashMap<>();
        for (String self : responders.keySet()) {
            send(QUEUE, mail(self, "Hello " + mark, "", "We need help with something, please."));
        }
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    boolean quiet = true;
                    for (Map.Entry<String, Responder> each : responders.entrySet()) {
                        quiet &= !react(each.getKey(), each.getValue(), answered);
                    }
                    return quiet && idle();
                });
        for (String self : responders.keySet()) {
            assertThat(mailsTo(self)).as(self).hasSizeLessThanOrEqualTo(MOST_AUTOMATIC);
        }
        assertThat(answered.values().stream().mapToInt(Integer::intValue).sum())
                .as("the responders did answer")
                .isGreaterThan(responders.size());
        assertThat(number(
                        "select count(*) from ticket t join person p on p.id = t.requester_id where p.email in (select"
                                + " address from mailbox union select address from queue)"))
                .as("tickets from our own mail")
                .isZero();
        assertThat(number("select count(*) from inbound_mail where decision = 'FAULT'"))
                .isZero();
    }

    @Test
    void nobody_genuine_is_taken_for_a_machine() throws Exception {
        List<Path> genuine;
        try (var files = Files.list(CORPUS)) {
            genuine = files.filter(file -> file.getFileName().toString().matches("genuine-.*\\.eml"))
                    .filter(file -> expectation(file).contains("verdict: GENUINE"))
                    .sorted()
                    .toList();
        }
        assertThat(genuine).hasSizeGreaterThan(20);
        List<String> people = new ArrayList<>();
        for (Path file : genuine) {
            String person = "person@p" + people.size() + "-" + mark + ".example";
            people.add(person);
            send(QUEUE, genuine(file, person));
        }
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(number(
                        "select count(*) from ticket t join person p on p.id = t.requester_id where p.email like ?",
                        "person@p%-" + mark + ".example"))
                .isEqualTo(genuine.size()));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(people)
                .allSatisfy(person -> assertThat(mailsTo(person)).as(person).hasSize(1)));
    }

    private Map<String, Responder> responders() {
        Map<String, Responder> all = new LinkedHashMap<>();
        put(all, "echo", (self, got) -> List.of(reply(self, got, "Re: " + got.getSubject(), "")));
        put(all, "no-thread", (self, got) -> List.of(mail(self, "Thank you " + serial, "", "We got it.")));
        put(all, "new-subject", (self, got) -> List.of(reply(self, got, "Case " + serial, "")));
        put(all, "no-subject", (self, got) -> List.of(mail(self, "", "", "Got it.")));
        put(
                all,
                "ticket-system",
                (self, got) -> List.of(mail(
                        self,
                        "[Ticket#" + (70000 + serial) + "] " + got.getSubject(),
                        "",
                        "Your request was registered.")));
        put(
                all,
                "ticket-system-plus",
                (self, got) -> List.of(mail(
                        self.replace("@", "+" + serial + "@"),
                        "[Case " + serial + "] received",
                        "",
                        "Your request was registered.")));
        put(
                all,
                "two-for-one",
                (self, got) -> List.of(mail(self, "One " + serial, "", "one"), mail(self, "Two " + serial, "", "two")));
        put(all, "rfc3834", (self, got) -> List.of(reply(self, got, "Re: x", "Auto-Submitted: auto-replied\r\n")));
        put(
                all,
                "generated",
                (self, got) -> List.of(mail(self, "Alarm " + serial, "Auto-Submitted: auto-generated\r\n", "x")));
        put(all, "precedence", (self, got) -> List.of(mail(self, "Away " + serial, "Precedence: bulk\r\n", "Away")));
        put(all, "vacation-en", (self, got) -> List.of(mail(self, "Out of office: " + got.getSubject(), "", "Away")));
        put(all, "vacation-de", (self, got) -> List.of(mail(self, "Abwesenheitsnotiz " + serial, "", "Nicht da")));
        put(
                all,
                "vacation-et",
                (self, got) -> List.of(mail(self, "Automaatvastus: " + got.getSubject(), "", "Puhkusel")));
        put(all, "foreign-loop", (self, got) -> List.of(mail(self, "Re " + serial, "X-Loop: " + self + "\r\n", "x")));
        put(all, "redirect", (self, got) -> List.of(raw(got)));
        put(all, "resend-as-own", (self, got) -> List.of(raw(got).replaceFirst("(?m)^From:.*$", "From: " + self)));
        put(
                all,
                "our-name",
                (self, got) -> List.of(mail(QUEUE, "In your name " + serial, "Reply-To: " + QUEUE + "\r\n", "x")));
        put(
                all,
                "our-name-for-me",
                (self, got) -> List.of(mail(QUEUE, "Form " + serial, "Reply-To: " + self + "\r\n", "x")));
        put(all, "bounce", (self, got) -> List.of(bounce(self, got, true)));
        put(all, "bounce-without-original", (self, got) -> List.of(bounce(self, got, false)));
        put(
                all,
                "same-id",
                (self, got) -> List.of(mail(self, "Again", "", "body " + serial)
                        .replaceFirst("Message-ID: <[^>]*>", "Message-ID: <same-" + self + ">")));
        put(
                all,
                "no-id",
                (self, got) -> List.of(
                        mail(self, "Nameless " + serial, "", "body").replaceFirst("Message-ID: <[^>]*>\r\n", "")));
        put(all, "to-all", (self, got) -> List.of(mail(self, "To all " + serial, "Cc: billing@pilet.test\r\n", "x")));
        put(all, "receipt", (self, got) -> List.of(receipt(self, got)));
        return all;
    }

    private void put(Map<String, Responder> all, String name, Responder responder) {
        all.put("auto@" + name + "-" + mark + ".example", responder);
    }

    /** Answers what has come since; whether there was anything to answer. */
    private boolean react(String self, Responder responder, Map<String, Integer> answered) throws Exception {
        List<MimeMessage> got = mailsTo(self);
        int done = answered.getOrDefault(self, 0);
        if (got.size() <= done || done >= MOST_ANSWERS) {
            return false;
        }
        for (MimeMessage each : got.subList(done, got.size())) {
            for (String answer : responder.answer(self, each)) {
                send(QUEUE, answer);
            }
        }
        answered.put(self, got.size());
        return true;
    }

    private static boolean idle() throws SQLException {
        return number("select count(*) from inbound_mail where state = 'STORED'") == 0
                && number("select count(*) from outbox where state = 'WAITING' and kind in ('notify', 'mail.notice')")
                        == 0
                && unread() == 0;
    }

    private static long unread() {
        return Arrays.stream(Installation.mail().server().getReceivedMessages())
                .filter(mail -> addressed(mail, QUEUE))
                .filter(LoopsIT::unseen)
                .count();
    }

    private static boolean unseen(MimeMessage mail) {
        try {
            return !mail.isSet(jakarta.mail.Flags.Flag.SEEN);
        } catch (MessagingException gone) {
            return false;
        }
    }

    private String mail(String from, String subject, String header, String body) {
        serial++;
        return "From: " + from + "\r\nTo: " + QUEUE + "\r\nMessage-ID: <" + serial + "-" + mark
                + "@loops.example>\r\nSubject: " + subject + "\r\n" + header
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n";
    }

    private String reply(String self, MimeMessage got, String subject, String header) throws MessagingException {
        return mail(self, subject, header + "In-Reply-To: " + got.getMessageID() + "\r\n", "An answer.");
    }

    private String bounce(String self, MimeMessage got, boolean original) throws MessagingException {
        String domain = self.substring(self.indexOf('@') + 1);
        String enclosed = "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + got.getMessageID()
                + "\r\nFrom: " + QUEUE + "\r\n\r\n";
        return mail("MAILER-DAEMON@" + domain, "Undelivered Mail Returned to Sender", "Return-Path: <>\r\n", "")
                .replace(
                        "Content-Type: text/plain; charset=utf-8\r\n\r\n",
                        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                                + "--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                                + "Reporting-MTA: dns; " + domain + "\r\n\r\nFinal-Recipient: rfc822; " + self
                                + "\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n" + (original ? enclosed : "")
                                + "--b--\r\n");
    }

    private String receipt(String self, MimeMessage got) throws MessagingException {
        return mail(self, "Read: " + got.getSubject(), "", "")
                .replace(
                        "Content-Type: text/plain; charset=utf-8\r\n\r\n",
                        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=disposition-notification;"
                                + " boundary=b\r\n\r\n--b\r\n\r\nRead.\r\n--b\r\nContent-Type:"
                                + " message/disposition-notification\r\n\r\nFinal-Recipient: rfc822; " + self
                                + "\r\nOriginal-Message-ID: " + got.getMessageID()
                                + "\r\nDisposition: automatic-action/MDN-sent-automatically; displayed\r\n\r\n--b--\r\n");
    }

    private static String raw(MimeMessage got) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        got.writeTo(out);
        return out.toString(UTF_8);
    }

    private String genuine(Path file, String person) throws IOException {
        serial++;
        return Files.readString(file)
                .replaceFirst("Message-ID: <", "Message-ID: <" + serial + "." + mark + ".")
                .replaceFirst("From: .*", "From: Person <" + person + ">")
                .replaceFirst("Return-Path: <[^>]+>", "Return-Path: <" + person + ">");
    }

    private static String expectation(Path mail) {
        try {
            return Files.readString(Path.of(mail.toString().replace(".eml", ".expected")));
        } catch (IOException unsaid) {
            return "";
        }
    }

    private static void send(String to, String raw) throws MessagingException {
        new SmtpClient(Installation.ports(), "envelope@loops.example").send(to, raw.getBytes(UTF_8));
    }

    /** What lies in that correspondent's own mailboxes, oldest first; headers would also name what they sent on. */
    private static List<MimeMessage> mailsTo(String address) {
        var users = Installation.mail().server().getUserManager();
        var boxes = Installation.mail().server().getManagers().getImapHostManager();
        return users.listUser().stream()
                .filter(user -> user.getEmail().replaceFirst("\\+[^@]*@", "@").equals(address))
                .map(user -> {
                    try {
                        return boxes.getInbox(user).getMessages();
                    } catch (FolderException gone) {
                        throw new IllegalStateException(gone);
                    }
                })
                .flatMap(List::stream)
                .map(StoredMessage::getMimeMessage)
                .toList();
    }

    private static boolean addressed(MimeMessage mail, String address) {
        try {
            Address[] to = mail.getRecipients(Message.RecipientType.TO);
            return to != null
                    && Arrays.stream(to).anyMatch(each -> ((InternetAddress) each)
                            .getAddress()
                            .replaceFirst("\\+[^@]*@", "@")
                            .equals(address));
        } catch (MessagingException unreadable) {
            return false;
        }
    }

    private static long number(String query, Object... parameters) throws SQLException {
        try (Connection connection = Installation.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
