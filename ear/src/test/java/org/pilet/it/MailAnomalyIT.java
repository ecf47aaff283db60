package org.pilet.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Kills the server at random while it takes mail in: afterwards every mail that the mail server had is stored once and
 * decided once, and each has led to one ticket.
 */
class MailAnomalyIT {

    /** Each kill costs a start of the server, so many of them are for a long run of this test alone. */
    private static final int KILLS = Integer.getInteger("pilet.it.kills", 3);

    private static final int MAILS = 40 * KILLS;
    private static final String SUBJECT = "Anomaly";

    @Test
    void no_mail_is_lost_and_none_is_doubled_when_the_server_is_killed_during_intake() throws Exception {
        Random random = new Random(20261121);
        PiletServer server = PiletServer.mortal();
        int sent = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            for (int upTo = MAILS * kill / KILLS; sent < upTo; sent++) {
                send(server, sent);
            }
            pause(Duration.ofMillis(random.nextInt(6000)));
            server.kill9();
            server.startAgain();
        }
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(number(server, "select count(*) from inbound_mail where subject like 'Anomaly%'"))
                    .isEqualTo(MAILS);
            assertThat(number(server, "select count(*) from inbound_mail where state = 'STORED'"))
                    .isZero();
        });
        assertThat(number(server, "select count(*) from inbound_mail where state = 'DONE' and subject like 'Anomaly%'"))
                .isEqualTo(MAILS);
        assertThat(number(server, "select count(*) from ticket where subject like 'Anomaly%'"))
                .isEqualTo(MAILS);
        assertThat(number(server, "select count(distinct subject) from ticket where subject like 'Anomaly%'"))
                .isEqualTo(MAILS);
        assertThat(number(
                        server,
                        "select count(*) from message where mail_message_id like '<anomaly-%' and origin ="
                                + " 'CUSTOMER'"))
                .isEqualTo(MAILS);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        number(server, "select count(*) from outbox where state = 'WAITING' and kind <> 'mail.notice'"))
                .isZero());
    }

    /** Lets the server get somewhere, no matter where: this is the one test whose subject is chance. */
    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() > end);
    }

    private static void send(PiletServer server, int number) throws MessagingException {
        String raw = "From: Customer <customer-" + number + "@contoso.example>\r\nTo: support@pilet.test\r\nMessage-ID:"
                + " <anomaly-" + number + "@contoso.example>\r\nSubject: " + SUBJECT + " " + number
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlease help me with problem number " + number
                + ", it has been so since this morning.\r\n";
        new SmtpClient(server.ports(), null).send("support@pilet.test", raw.getBytes(UTF_8));
    }

    private static long number(PiletServer server, String query) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
