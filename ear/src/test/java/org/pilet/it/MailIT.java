package org.pilet.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
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
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Mail in by SMTP and IMAP, out by SMTP, against the deployed application. */
@ArquillianTest
@RunAsClient
class MailIT {

    private static final Path CORPUS =
            Path.of("../ejb/src/test/resources/org/pilet/channels/mail/corpus").toAbsolutePath();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String customer = "juri-" + mark + "@contoso.example";

    @Test
    void an_html_mail_with_umlauts_image_and_attachment_is_a_ticket_within_ten_seconds_and_is_acknowledged()
            throws Exception {
        String id = "first-" + mark + "@contoso.example";
        send("support@pilet.test", corpus("html-umlauts-inline-image-attachment", id));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ticketOf(id)).isNotNull());
        String ticket = ticketOf(id);
        await().atMost(SOON).untilAsserted(() -> assertThat(text(
                        "select c.name from ticket t join category c on c.id = t.category_id where t.number = ?",
                        ticket))
                .isEqualTo("Printers"));
        assertThat(row("select status, subject, language, channel from ticket where number = ?", ticket))
                .containsExactly("NEW", "Printer 3. korrusel ei tööta – näpud külmetavad", "et", "EMAIL");
        assertThat(row(
                        "select p.name, p.email from person p join ticket t on t.requester_id = p.id where t.number = ?",
                        ticket))
                .containsExactly("Jüri Õunapuu", customer);
        assertThat(column(
                        "select a.name from attachment a join message m on m.id = a.message_id join ticket t on t.id ="
                                + " m.ticket_id where t.number = ? order by a.id",
                        ticket))
                .containsExactly("pilt.png", "väljavõte.pdf");
        assertThat(text(
                        "select e.cause from ticket_event e join ticket t on t.id = e.ticket_id where t.number = ? and"
                                + " e.kind = 'CATEGORY_CHANGED'",
                        ticket))
                .contains("Printers");
        assertThat(text("select tag from ticket_tag g join ticket t on t.id = g.ticket_id where t.number = ?", ticket))
                .isEqualTo("printer");
        assertThat(text(
                        "select state from inbound_mail i join ticket t on t.id = i.ticket_id where t.number = ?",
                        ticket))
                .isEqualTo("DONE");

        MimeMessage acknowledgement = onlyMailTo(customer);
        assertThat(acknowledgement.getSubject()).contains("[#" + ticket + "]").contains("Saime teie pöördumise");
        assertThat(acknowledgement.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(acknowledgement.getHeader("In-Reply-To")).containsExactly("<" + id + ">");
        assertThat(acknowledgement.getReplyTo()[0].toString()).startsWith("support+t");
    }

    @Test
    void an_answer_lands_in_the_same_ticket_by_whatever_it_carries() throws Exception {
        String id = "thread-" + mark + "@contoso.example";
        send(
                "support@pilet.test",
                mail(customer, id, "Question " + mark, "", "Hello, can you please help me with this?"));
        MimeMessage acknowledgement = onlyMailTo(customer);
        String ticket = ticketOf(id);

        String byAddress = "by-address-" + mark + "@contoso.example";
        String signed = plain(acknowledgement.getReplyTo()[0]);
        send(signed, mail(customer, byAddress, "anything", "Cc: " + signed + "\r\n", "By the signed address"));
        String byId = "by-id-" + mark + "@contoso.example";
        String inReplyTo = "In-Reply-To: " + acknowledgement.getMessageID() + "\r\n";
        send("support@pilet.test", mail(customer, byId, "anything else", inReplyTo, "By the signed Message-ID"));
        String byOwnId = "by-own-id-" + mark + "@contoso.example";
        send(
                "support@pilet.test",
                mail(customer, byOwnId, "x", "References: <" + id + ">\r\n", "By my own Message-ID"));
        String byNumber = "by-number-" + mark + "@contoso.example";
        send("support@pilet.test", mail(customer, byNumber, "AW: [#" + ticket + "]", "", "By the number"));

        for (String answer : List.of(byAddress, byId, byOwnId, byNumber)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(ticketOf(answer)).isEqualTo(ticket));
        }
        assertThat(mailsTo(customer)).as("answers are not acknowledged").hasSize(1);
    }

    @Test
    void who_only_names_a_number_gets_a_ticket_of_their_own_linked_to_that_one() throws Exception {
        String id = "mine-" + mark + "@contoso.example";
        send("support@pilet.test", mail(customer, id, "Mine", "", "Something private about my contract"));
        await().atMost(SOON).untilAsserted(() -> assertThat(ticketOf(id)).isNotNull());
        String stranger = "stranger-" + mark + "@evil.example";
        String guess = "guess-" + mark + "@evil.example";
        send("support@pilet.test", mail(stranger, guess, "Re: [#" + ticketOf(id) + "]", "", "Tell me all about it"));
        await().atMost(SOON).untilAsserted(() -> assertThat(ticketOf(guess)).isNotNull());
        assertThat(ticketOf(guess)).isNotEqualTo(ticketOf(id));
        assertThat(text(
                        "select l.kind from ticket_link l join ticket t on t.id = l.from_id where t.number = ?",
                        ticketOf(guess)))
                .isEqualTo("RELATED");
    }

    @Test
    void every_mail_of_the_corpus_ends_as_a_ticket_a_quarantine_item_or_knowingly_ignored() throws Exception {
        List<Path> mails;
        try (var files = Files.list(CORPUS)) {
            mails = files.filter(file -> file.toString().endsWith(".eml"))
                    .filter(MailIT::chosen)
                    .sorted()
                    .toList();
        }
        long before = number("select count(*) from inbound_mail");
        for (Path mail : mails) {
            send("hr@pilet.test", marked(Files.readString(mail, ISO_8859_1)));
        }
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(number("select count(*) from inbound_mail where state <> 'STORED'"))
                        .isGreaterThanOrEqualTo(before + mails.size()));
        assertThat(column("select distinct i.state from inbound_mail i join mailbox m on m.id = i.mailbox_id where"
                        + " m.address = 'hr@pilet.test'"))
                .isSubsetOf("DONE", "QUARANTINED", "IGNORED");
        assertThat(column("select i.reason from inbound_mail i where i.decision = 'FAULT'"))
                .isEmpty();
        assertThat(number("select count(*) from inbound_mail where decision = 'NO_SENDER'"))
                .isGreaterThan(2);
    }

    @Test
    void a_mail_over_the_limit_is_refused_and_its_sender_told() throws Exception {
        update("update mailbox set largest = 30000 where address = 'billing@pilet.test'");
        String id = "large-" + mark + "@contoso.example";
        send(
                "billing@pilet.test",
                mail(
                        customer,
                        id,
                        "Large " + mark,
                        "",
                        "x".repeat(78).concat("\r\n").repeat(1000)));
        MimeMessage notice = onlyMailTo(customer);
        assertThat(notice.getSubject()).contains("too large").contains("Large " + mark);
        assertThat(notice.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(ticketOf(id)).isNull();
        assertThat(text("select state from inbound_mail where subject = ?", "Large " + mark))
                .isEqualTo("REFUSED");
        await().atMost(SOON).untilAsserted(() -> assertThat(mailsTo("ada@pilet.test"))
                .as("administrators are told too")
                .anySatisfy(alert -> assertThat(alert.getSubject())
                        .isEqualTo("A mail to billing@pilet.test was too large: Large " + mark)));
    }

    @Test
    void no_correspondent_gets_more_than_three_automatic_mails_an_hour_and_each_mail_is_a_ticket() throws Exception {
        for (int i = 0; i < 6; i++) {
            String id = "storm-" + i + "-" + mark + "@contoso.example";
            send("support@pilet.test", mail(customer, id, "Storm " + mark, "", "There is a new problem, number " + i));
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        number("select count(*) from ticket where subject = ?", "Storm " + mark))
                .isEqualTo(6));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        number("select count(*) from automatic_mail where address = ?", customer))
                .isEqualTo(6));
        await().atMost(SOON).untilAsserted(() -> assertThat(mailsTo(customer)).hasSize(3));
    }

    @Test
    void machines_are_not_answered_and_our_own_mail_opens_nothing() throws Exception {
        String absent = "absent-" + mark + "@contoso.example";
        send(
                "support@pilet.test",
                mail(customer, absent, "Away " + mark, "Auto-Submitted: auto-replied\r\n", "I am away."));
        String own = "own-" + mark + "@contoso.example";
        send("support@pilet.test", mail("billing@pilet.test", own, "Own " + mark, "", "Our own words"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(text("select state from inbound_mail where subject = ?", "Own " + mark))
                        .isEqualTo("QUARANTINED"));
        await().atMost(SOON).untilAsserted(() -> assertThat(ticketOf(absent)).isNotNull());
        assertThat(mailsTo(customer)).isEmpty();
    }

    /** Mails whose meaning is tested apart come in a few at a time here: this is about where they end. */
    private static boolean chosen(Path mail) {
        boolean described = Files.exists(Path.of(mail.toString().replace(".eml", ".expected")));
        return !described || Math.floorMod(mail.getFileName().toString().hashCode(), 8) == 0;
    }

    private String corpus(String name, String messageId) throws IOException {
        return Files.readString(CORPUS.resolve(name + ".eml"), ISO_8859_1)
                .replaceFirst("Message-ID: <[^>]+>", "Message-ID: <" + messageId + ">")
                .replace("juri@contoso.example", customer);
    }

    /** So that the same file sent by another test is another mail. */
    private String marked(String mail) {
        return mail.replaceFirst("Message-ID: <", "Message-ID: <" + mark + ".");
    }

    private static String mail(String from, String id, String subject, String header, String body) {
        return "From: " + from + "\r\nTo: support@pilet.test\r\nMessage-ID: <" + id + ">\r\nSubject: " + subject
                + "\r\n" + header + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n";
    }

    private static void send(String to, String raw) throws MessagingException {
        new SmtpClient(Installation.ports(), "envelope@contoso.example")
                .send(to, raw.getBytes(raw.contains("charset=utf-8\r\n\r\n") ? UTF_8 : ISO_8859_1));
    }

    private static MimeMessage onlyMailTo(String address) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(mailsTo(address)).hasSize(1));
        return mailsTo(address).get(0);
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(Installation.mail().server().getReceivedMessages())
                .filter(mail -> addressed(mail, address))
                .toList();
    }

    private static boolean addressed(MimeMessage mail, String address) {
        try {
            Address[] to = mail.getRecipients(Message.RecipientType.TO);
            return to != null && Arrays.stream(to).anyMatch(each -> plain(each).equals(address));
        } catch (MessagingException unreadable) {
            return false;
        }
    }

    private static String plain(Address address) {
        return ((InternetAddress) address).getAddress();
    }

    private static String ticketOf(String messageId) throws SQLException {
        return text(
                "select t.number from ticket t join message m on m.ticket_id = t.id where m.mail_message_id = ?",
                "<" + messageId + ">");
    }

    private static String text(String query, Object... parameters) throws SQLException {
        List<String> row = row(query, parameters);
        return row.isEmpty() ? null : row.get(0);
    }

    private static long number(String query, Object... parameters) throws SQLException {
        return Long.parseLong(text(query, parameters));
    }

    private static List<String> row(String query, Object... parameters) throws SQLException {
        List<List<String>> rows = rows(query, parameters);
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private static List<String> column(String query, Object... parameters) throws SQLException {
        return rows(query, parameters).stream().map(row -> row.get(0)).toList();
    }

    private static void update(String statement) throws SQLException {
        try (Connection connection = Installation.connect();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }

    private static List<List<String>> rows(String query, Object... parameters) throws SQLException {
        try (Connection connection = Installation.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
