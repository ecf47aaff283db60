package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Kills the server and its database connections at random while it takes mail in over IMAP and the pipe, a tenth of it
 * malformed, and acknowledges it: afterwards every mail that was handed over is stored once and decided once, each sound
 * one has led to one ticket and one acknowledgement, and the reconciliation finds nothing astray.
 */
class MailAnomalyIT {

    /** Each kill costs time, so many of them are for a long run of this test alone. */
    private static final int KILLS = Integer.getInteger("pilet.it.kills", 3);

    private static final int MAILS = Integer.getInteger("pilet.it.mails", 40 * KILLS);
    private static final String SUBJECT = "Anomaly";
    private static final String TOKEN = "pilet_anomaly-0123456789";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    void no_mail_is_lost_and_none_is_doubled_whatever_is_killed() throws Exception {
        Random random = new Random(20261121);
        ExecutorService pipe = Executors.newSingleThreadExecutor();
        try (PiletServer server = PiletServer.start("mailanomaly", 31)) {
            allow(server);
            int sent = 0;
            CompletableFuture<Void> piped = CompletableFuture.completedFuture(null);
            for (int kill = 1; kill <= KILLS; kill++) {
                int upTo = MAILS * kill / KILLS;
                int from = sent;
                piped = piped.thenRunAsync(() -> pipe(server, from, upTo), pipe);
                for (; sent < upTo; sent++) {
                    if (!isPiped(sent)) {
                        send(server, sent);
                    }
                }
                pause(Duration.ofMillis(random.nextInt(4000)));
                kill(server, kill);
            }
            piped.join();
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        assertThat(number(server, "select count(*) from inbound_mail"))
                                .isEqualTo(MAILS);
                        assertThat(number(server, "select count(*) from inbound_mail where state = 'STORED'"))
                                .isZero();
                    });
            requireEachOnce(server);
            requireEachAcknowledged(server);
            assertThat(reconciled(server)).as("the reconciliation's difference").isZero();
        } finally {
            pipe.shutdownNow();
        }
    }

    /** One in five takes the whole server, the others its connections to the database. */
    private static void kill(PiletServer server, int kill) throws SQLException {
        if (kill % 5 == 1) {
            server.kill9();
            server.startAgain();
        } else {
            number(
                    server,
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
                            + " and pid <> pg_backend_pid()");
        }
    }

    private static void requireEachOnce(PiletServer server) throws SQLException {
        int sound = (int)
                IntStream.range(0, MAILS).filter(number -> !isMalformed(number)).count();
        assertThat(number(server, "select count(*) from inbound_mail where state = 'DONE' and subject like 'Anomaly%'"))
                .isEqualTo(sound);
        assertThat(number(server, "select count(*) from ticket where subject like 'Anomaly%'"))
                .isEqualTo(sound);
        assertThat(number(server, "select count(distinct subject) from ticket where subject like 'Anomaly%'"))
                .isEqualTo(sound);
        assertThat(number(
                        server,
                        "select count(*) from message where mail_message_id like '<anomaly-%' and origin = 'CUSTOMER'"))
                .isEqualTo(sound);
        assertThat(number(server, "select count(*) from inbound_mail where state not in ('DONE', 'QUARANTINED')"))
                .isZero();
        assertThat(number(
                        server,
                        "select count(*) from (select message_id from inbound_mail where message_id is not null group by"
                                + " message_id having count(*) > 1) doubled"))
                .isZero();
    }

    /** Whoever was told twice, because a kill came between hand-over and mark, was told under the same Message-ID. */
    private static void requireEachAcknowledged(PiletServer server) throws Exception {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(number(server, "select count(*) from outbox where state = 'WAITING'"))
                        .isZero());
        assertThat(number(server, "select count(*) from outbox where state = 'DEAD'"))
                .isZero();
        Map<String, Map<String, Integer>> told = new HashMap<>();
        for (MimeMessage mail : server.mail().server().getReceivedMessages()) {
            String to = Arrays.toString(mail.getAllRecipients());
            if (to.contains("customer-")) {
                told.computeIfAbsent(to, unknown -> new HashMap<>()).merge(mail.getMessageID(), 1, Integer::sum);
            }
        }
        long sound = number(server, "select count(*) from ticket where subject like 'Anomaly%'");
        assertThat(told.size()).as("customers who were told").isGreaterThanOrEqualTo((int) sound);
        assertThat(told).allSatisfy((to, ids) -> assertThat(ids).as(to).hasSize(1));
        int copies = told.values().stream()
                .flatMap(ids -> ids.values().stream())
                .mapToInt(count -> count - 1)
                .sum();
        assertThat(copies).as("mails told twice").isLessThanOrEqualTo(2 * KILLS); // two are under way at a time
        assertThat(told.values().stream().flatMap(ids -> ids.values().stream()))
                .as("none more than once more")
                .allMatch(count -> count <= 2);
    }

    private long reconciled(PiletServer server) throws Exception {
        HttpRequest start = HttpRequest.newBuilder(
                        URI.create(server.address() + "/api/v1/jobs/mail-reconciliation/executions"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(start, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> number(server, "select count(*) from mail_reconciliation") > 0);
        return number(server, "select difference from mail_reconciliation");
    }

    /** Lets the server get somewhere, no matter where: this is the one test whose subject is chance. */
    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() > end);
    }

    private static boolean isPiped(int number) {
        return number % 2 == 1;
    }

    private static boolean isMalformed(int number) {
        return number % 20 == 3 || number % 20 == 8; // one piped, one fetched
    }

    /** As a mail server does it: tries each until it is taken. */
    private void pipe(PiletServer server, int from, int upTo) {
        for (int number = from; number < upTo; number++) {
            if (isPiped(number)) {
                int each = number;
                await().atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> taken(server, each));
            }
        }
    }

    private boolean taken(PiletServer server, int number) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address() + "/api/v1/inbound-mail?recipient=support@pilet.test"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "message/rfc822")
                .POST(HttpRequest.BodyPublishers.ofByteArray(raw(number).getBytes(StandardCharsets.ISO_8859_1)))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            return status == 201 || status == 200;
        } catch (IOException down) {
            return false;
        }
    }

    private static String raw(int number) {
        String from = "From: Customer <customer-" + number + "@c" + number % 40 + ".example>\r\n";
        String head = "To: support@pilet.test\r\nMessage-ID: <anomaly-" + number + "@contoso.example>\r\n";
        String words = "Please help me with problem number " + number + ", it has been so since this morning.\r\n";
        if (!isMalformed(number)) {
            return from + head + "Subject: " + SUBJECT + " " + number
                    + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + words;
        }
        String broken = head.replace("anomaly-", "broken-") + "Subject: Broken " + number + "\r\n";
        return switch ((number / 20 + number) % 4) {
            case 0 -> broken + "\r\n" + words; // from nobody
            case 1 ->
                from + broken
                        + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>"
                        + words; // cut off
            case 2 -> from + broken + "Content-Type: text/plain; charset=klingon\r\n\r\n\u0000\u00ff" + words;
            default ->
                from + broken + "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\n=====" + words;
        };
    }

    private static void send(PiletServer server, int number) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(server.ports().smtp()));
        Session session = Session.getInstance(properties);
        byte[] raw = raw(number).getBytes(StandardCharsets.ISO_8859_1);
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, new Address[] {new InternetAddress("support@pilet.test")});
        }
    }

    private static void allow(PiletServer server) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = server.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into api_token (id, person_id, name, token_hash, scopes, created_at, expires_at) select"
                                + " nextval('api_token_seq'), id, 'test', ?, 'mail:inject,jobs:write,admin', now(), now()"
                                + " + interval '1 day' from person where email = 'ada@pilet.test'")) {
            statement.setBytes(1, hash);
            statement.executeUpdate();
        }
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
