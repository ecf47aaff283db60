package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mailboxes on servers as organisations run them: Dovecot, filled by OpenSMTPD. */
@ArquillianTest
@RunAsClient
class RealMailServersIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int DAY = 86_400;

    private static RealMailServers servers;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Api ada = Api.as("ada@pilet.test");

    @BeforeAll
    static void start() {
        servers = RealMailServers.start(
                Installation.folder("real-mail"), Installation.ports().offset());
    }

    @AfterAll
    static void stop() throws SQLException {
        Rows.update(
                "update mailbox set active = false, version = version + 1 where port in (?, ?, ?, ?)",
                servers.imap(),
                servers.pop(),
                servers.imaps(),
                servers.pops());
        servers.close();
    }

    @Test
    void a_server_tells_of_new_mail_by_itself_and_taken_mail_is_moved() throws Exception {
        String box = box("idle");
        long id = add(box, "IMAP", Map.of("pollSeconds", DAY, "idle", true), Map.of("doneFolder", "Taken"));
        await().atMost(SOON).until(() -> view(id).get("watchedSince") != null);
        for (String number : new String[] {"one", "two"}) { // the second shows that it goes on listening
            send(box, mail(box, number, "", "Idle " + number));
            await().atMost(SOON).untilAsserted(() -> assertThat(tickets("Idle " + number + " " + mark))
                    .isEqualTo(1));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(count("imap", box, "INBOX")).isZero());
        assertThat(count("imap", box, "Taken")).isEqualTo(2);
        JsonPath after = view(id);
        assertThat(after.getString("lastMailAt")).isNotNull();
        assertThat(after.getLong("lastLagSeconds")).isBetween(0L, 30L);
        assertThat(after.getInt("failures")).isZero();
        ada.call().delete("/mailboxes/" + id).then().statusCode(409);

        ada.call()
                .contentType(ContentType.JSON)
                .body(settings(box, "IMAP", Map.of("pollSeconds", DAY), Map.of("active", false)))
                .put("/mailboxes/" + id)
                .then()
                .statusCode(200);
        await().atMost(SOON).until(() -> view(id).get("watchedSince") == null);
    }

    @Test
    void pop3_takes_each_mail_once_whether_it_stays_or_goes() throws Exception {
        String stays = box("stays");
        String goes = box("goes");
        for (String box : new String[] {stays, goes}) {
            for (int i = 0; i < 3; i++) {
                send(box, mail(box, box + i, "", "Pop " + box));
            }
            await().atMost(SOON).until(() -> count("pop3", box, "INBOX") == 3);
        }
        long staying = add(stays, "POP3", Map.of("leaveOnServer", true, "pollSeconds", 1), Map.of());
        long going = add(goes, "POP3", Map.of("leaveOnServer", false, "pollSeconds", 1), Map.of());
        for (String box : new String[] {stays, goes}) {
            await().atMost(SOON).untilAsserted(() -> assertThat(tickets("Pop " + box + " " + mark))
                    .isEqualTo(3));
        }
        await().atMost(SOON).until(() -> count("pop3", goes, "INBOX") == 0);
        send(stays, mail(stays, "more", "", "Pop more"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tickets("Pop more " + mark)).isEqualTo(1));
        assertThat(count("pop3", stays, "INBOX")).isEqualTo(4);
        assertThat(number("select count(*) from inbound_mail where mailbox_id = " + staying))
                .isEqualTo(4);
        assertThat(number("select count(*) from mailbox_uid where mailbox_id = " + staying))
                .isEqualTo(4);
        assertThat(view(going).getInt("failures")).isZero();
    }

    @Test
    void an_archive_keeps_the_dates_of_its_mails_and_wakes_nobody() throws Exception {
        String box = box("archive");
        send(box, mail(box, "old", "Date: Mon, 4 Mar 2019 09:30:00 +0000\r\n", "Old question"));
        await().atMost(SOON).until(() -> count("imap", box, "INBOX") == 1); // answers come after their questions
        send(
                box,
                mail(
                        box,
                        "old2",
                        "Date: Tue, 5 Mar 2019 10:00:00 +0000\r\nIn-Reply-To: <old-" + mark + "@contoso.example>\r\n",
                        "Re: Old question"));
        await().atMost(SOON).until(() -> count("imap", box, "INBOX") == 2);
        add(box, "IMAP", Map.of("pollSeconds", DAY), Map.of("archive", true));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(number("select count(*) from message where mail_message_id in ('<old-"
                                + mark + "@contoso.example>', '<old2-" + mark + "@contoso.example>')"))
                        .isEqualTo(2));
        String ticket = "select %s from ticket t where t.id = (select ticket_id from message where mail_message_id ="
                + " '<old-" + mark + "@contoso.example>')";
        assertThat(Rows.text(ticket.formatted("t.status || ' ' || date(t.created_at at time zone 'UTC')")))
                .isEqualTo("CLOSED 2019-03-04");
        assertThat(Rows.text(ticket.formatted(
                        "(select string_agg(date(m.at at time zone 'UTC')::text, ' ' order by m.at) from message m where"
                                + " m.ticket_id = t.id)")))
                .isEqualTo("2019-03-04 2019-03-05");
        assertThat(Rows.text(ticket.formatted("(select count(*)::text from sla_clock c where c.ticket_id = t.id)")))
                .isEqualTo("0");
        assertThat(number("select count(*) from automatic_mail where address like 'customer-" + mark + "@%'"))
                .isZero();
    }

    @Test
    void the_reconciliation_finds_what_somebody_else_has_read() throws Exception {
        String box = box("shared");
        long id = add(box, "IMAP", Map.of("pollSeconds", DAY, "idle", false), Map.of());
        await().atMost(SOON).until(() -> view(id).get("lastSuccessAt") != null);
        send(box, mail(box, "stolen", "", "Read by somebody else"));
        await().atMost(SOON).until(() -> count("imap", box, "INBOX") == 1);
        try (Store store = open("imap", box);
                Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_WRITE);
            folder.getMessage(1).setFlag(Flags.Flag.SEEN, true);
        }
        assertThat(reconcile().getString("lines.find { it.mailbox == '" + box + "' }.kind"))
                .isEqualTo("NEVER_TAKEN");
        try (Store store = open("imap", box);
                Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_WRITE);
            folder.getMessage(1).setFlag(Flags.Flag.SEEN, false);
        }
        Rows.update("update mailbox set next_poll_at = now() where id = ?", id);
        await().atMost(SOON).untilAsserted(() -> assertThat(tickets("Read by somebody else " + mark))
                .isEqualTo(1));
        JsonPath after = reconcile();
        assertThat(after.getString("lines.find { it.mailbox == '" + box + "' }"))
                .isNull();
        long sum = after.getLong("onTicket")
                + after.getLong("quarantined")
                + after.getLong("refused")
                + after.getLong("own")
                + after.getLong("waiting")
                + after.getLong("difference");
        assertThat(after.getLong("handedOver")).isEqualTo(sum);
    }

    @Test
    void an_encrypted_mailbox_opens_only_on_a_server_whose_certificate_is_trusted_and_its_own() throws Exception {
        String box = box("tls");
        Map<String, Object> imaps = encrypted(box, "IMAP", "TLS", servers.imaps());
        List<Map<String, Object>> ways = List.of(
                imaps,
                encrypted(box, "IMAP", "STARTTLS", servers.imap()),
                encrypted(box, "POP3", "TLS", servers.pops()),
                encrypted(box, "POP3", "STARTTLS", servers.pop()));
        Files.writeString(Installation.mailTrust(), "");
        for (Map<String, Object> way : ways) {
            assertThat(tried(way).getString("trouble")).as(way.toString()).isEqualTo("CERTIFICATE");
        }
        trustServers();
        for (Map<String, Object> way : ways) {
            assertThat(tried(way).getBoolean("ok")).as(way.toString()).isTrue();
        }
        JsonPath elsewhere = tried(Api.with(imaps, "host", "127.0.0.1")); // the certificate names localhost
        assertThat(elsewhere.getString("trouble")).isEqualTo("CERTIFICATE");
        assertThat(elsewhere.getString("error")).isNotBlank();
        assertThat(tried(Api.with(imaps, "password", "wrong")).getString("trouble"))
                .isEqualTo("SIGN_IN");
        assertThat(tried(Api.with(imaps, "port", servers.imap())).getString("trouble"))
                .isEqualTo("ENCRYPTION");
        assertThat(tried(Api.with(imaps, "port", 1)).getString("trouble")).isEqualTo("UNREACHABLE");
        assertThat(tried(Api.with(imaps, "folder", "Nowhere")).getString("trouble"))
                .isEqualTo("FOLDER");
    }

    @Test
    void mail_is_told_of_and_taken_over_tls() throws Exception {
        trustServers();
        String box = box("secret");
        long id = ada.post(
                        "/mailboxes",
                        Api.with(
                                encrypted(box, "IMAP", "STARTTLS", servers.imap()),
                                "fetching",
                                Map.of("pollSeconds", DAY, "idle", true)))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        await().atMost(SOON).until(() -> view(id).get("watchedSince") != null);
        send(box, mail(box, "secret", "", "Taken in secret"));
        await().atMost(SOON).untilAsserted(() -> assertThat(tickets("Taken in secret " + mark))
                .isEqualTo(1));
    }

    @Test
    void a_mailbox_opens_with_access_tokens_and_says_why_when_it_does_not() throws Exception {
        trustServers();
        String box = box("tokens");
        AtomicInteger given = new AtomicInteger();
        AtomicInteger oldest = new AtomicInteger(1);
        HttpServer provider =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), servers.tokenInfo()), 0);
        provider.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        200,
                        "{\"access_token\":\"access-" + given.incrementAndGet()
                                + "\",\"expires_in\":3600,\"refresh_token\":\"refresh-" + given + "\"}"));
        provider.createContext("/tokeninfo", exchange -> {
            int number = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll("\\D", ""));
            boolean holds = number >= oldest.get();
            answer(exchange, holds ? 200 : 401, holds ? "{\"email\":\"" + box + "\",\"expires_in\":3600}" : "{}");
        });
        provider.start();
        try {
            String url = "http://127.0.0.1:" + servers.tokenInfo() + "/token";
            Map<String, Object> asked = new HashMap<>(encrypted(box, "IMAP", "TLS", servers.imaps()));
            asked.put("password", "refresh-0");
            asked.put("tokens", Map.of("url", url, "clientId", "pilet"));
            asked.put("fetching", Map.of("pollSeconds", 1, "idle", false));
            long id = ada.post("/mailboxes", asked)
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getLong("id");
            send(box, mail(box, "tokens", "", "Taken with a token"));
            await().atMost(SOON).untilAsserted(() -> assertThat(tickets("Taken with a token " + mark))
                    .isEqualTo(1));
            assertThat(given).as("the one token serves all looks").hasValue(1);

            oldest.set(2); // taken back before its time
            send(box, mail(box, "tokens2", "", "Taken with another token"));
            await().atMost(SOON).untilAsserted(() -> assertThat(tickets("Taken with another token " + mark))
                    .isEqualTo(1));
            assertThat(given).hasValue(2);
            assertThat(view(id).getInt("failures")).isZero();

            oldest.set(Integer.MAX_VALUE);
            await().atMost(SOON).untilAsserted(() -> assertThat(view(id).getString("lastTrouble"))
                    .isEqualTo("SIGN_IN"));
            provider.stop(0);
            await().atMost(SOON).untilAsserted(() -> assertThat(view(id).getString("lastTrouble"))
                    .isEqualTo("TOKEN"));
        } finally {
            provider.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void trustServers() throws IOException {
        Files.writeString(Installation.mailTrust(), Files.readString(servers.certificate()));
    }

    private static Map<String, Object> encrypted(String box, String protocol, String security, int port)
            throws SQLException {
        return settings(
                box,
                protocol,
                Map.of("pollSeconds", DAY),
                Map.of("security", security, "port", port, "host", "localhost"));
    }

    private JsonPath tried(Map<String, Object> asked) {
        return ada.post("/mailboxes/check", asked)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath reconcile() {
        long before =
                ada.get("/mail-reconciliations").jsonPath().getList("items").size();
        ada.call()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/jobs/mail-reconciliation/executions")
                .then()
                .statusCode(202);
        await().atMost(SOON)
                .until(() -> ada.get("/mail-reconciliations")
                                .jsonPath()
                                .getList("items")
                                .size()
                        > before);
        String latest = ada.get("/mail-reconciliations").jsonPath().getString("items[0].id");
        return ada.get("/mail-reconciliations/" + latest).jsonPath();
    }

    private String box(String name) {
        return name + "-" + mark + "@pilet.test";
    }

    private JsonPath view(long id) {
        return ada.get("/mailboxes/" + id).jsonPath();
    }

    private long add(String box, String protocol, Map<String, ?> fetching, Map<String, ?> more) throws SQLException {
        return ada.post("/mailboxes", settings(box, protocol, fetching, more))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Map<String, Object> settings(
            String box, String protocol, Map<String, ?> fetching, Map<String, ?> more) throws SQLException {
        Map<String, Object> asked = new HashMap<>();
        asked.put("address", box);
        asked.put("queueId", number("select id from queue where name = 'Support'"));
        asked.put("protocol", protocol);
        asked.put("host", "127.0.0.1");
        asked.put("port", protocol.equals("POP3") ? servers.pop() : servers.imap());
        asked.put("security", "NONE");
        asked.put("user", box);
        asked.put("password", RealMailServers.PASSWORD);
        asked.put("fetching", fetching);
        asked.putAll(more);
        return asked;
    }

    private String mail(String box, String id, String header, String subject) {
        return "From: Customer <customer-" + mark + "@contoso.example>\r\nTo: " + box + "\r\nMessage-ID: <" + id + "-"
                + mark + "@contoso.example>\r\nSubject: " + subject + " " + mark + "\r\n" + header
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nPlease look after this matter for me.\r\n";
    }

    private static void send(String box, String raw) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(servers.smtp()));
        Session session = Session.getInstance(properties);
        Message message = new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, new Address[] {new InternetAddress(box)});
        }
    }

    private static Store open(String protocol, String box) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore(protocol);
        store.connect(
                "127.0.0.1", protocol.equals("imap") ? servers.imap() : servers.pop(), box, RealMailServers.PASSWORD);
        return store;
    }

    private static int count(String protocol, String box, String name) throws MessagingException {
        try (Store store = open(protocol, box);
                Folder folder = store.getFolder(name)) {
            folder.open(Folder.READ_ONLY);
            return folder.getMessageCount();
        }
    }

    private static long tickets(String subject) throws SQLException {
        return Long.parseLong(Rows.text("select count(*)::text from ticket where subject = ?", subject));
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(Rows.text("select (" + query + ")::text"));
    }
}
