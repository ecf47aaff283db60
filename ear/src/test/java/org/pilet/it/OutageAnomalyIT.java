package org.pilet.it;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pilet.server.Ports;

/** The database or the mail server goes away under a running Pilet: it says so, waits, and loses nothing. */
class OutageAnomalyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static PiletServer pilet;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws SQLException {
        pilet = PiletServer.mortal();
    }

    @Test
    void without_its_database_it_says_so_and_goes_on_by_itself_when_that_is_back() throws Exception {
        pilet.stopDatabase();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("health/ready").statusCode()).isEqualTo(503));
        assertThat(get("api/v1/queues").statusCode()).isEqualTo(503);
        GreenMailUtil.sendMimeMessage(mail("kati@dark.test", "Sent while the database was away"));

        pilet.startDatabase();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("health/ready").statusCode()).isEqualTo(200));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tickets("Sent while the database was away"))
                .isOne());
    }

    @Test
    void without_the_mail_server_the_acknowledgement_waits_visibly_and_is_sent_once_when_that_is_back()
            throws Exception {
        GreenMail server = pilet.mail().server();
        server.getSmtp().stopService();
        server.getUserManager().getUser("support@pilet.test").deliver(mail("kati@away.test", "Answer me later"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tickets("Answer me later")).isOne());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waitingAfterFailure()).isPositive());

        server.stop();
        server.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waitingAfterFailure()).isZero());
        assertThat(server.getReceivedMessagesForDomain("away.test")).hasSize(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(pilet.address() + path))
                        .header("Authorization", "Bearer nobody")
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                ofString());
    }

    private static MimeMessage mail(String sender, String subject) {
        return GreenMailUtil.createTextEmail("support@pilet.test", sender, subject, "Kas keegi kuuleb?", smtp());
    }

    private static ServerSetup smtp() {
        return new ServerSetup(pilet.ports().smtp(), Ports.HOST, ServerSetup.PROTOCOL_SMTP);
    }

    private static long tickets(String subject) throws SQLException {
        return number("select count(*) from ticket where subject = ?", subject);
    }

    private static long waitingAfterFailure() throws SQLException {
        return number(
                "select count(*) from outbox where state = 'WAITING' and last_error is not null and kind like ?",
                "mail.%");
    }

    private static long number(String query, String parameter) throws SQLException {
        try (Connection connection = pilet.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
