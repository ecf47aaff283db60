package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pilet.platform.Clock;

/** How mail is handed over, against a server that says what its script says and a provider of access tokens. */
class SendingServerTest {

    private static final OwnAuthority OWN = new OwnAuthority();
    private static SSLSocketFactory localhost;

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> kept = new HashMap<>();
    private final Properties properties = new Properties();
    private ServerSocket smtp;
    private HttpServer provider;
    private SSLSocketFactory certificate = localhost;
    private String offers = "250-AUTH PLAIN XOAUTH2\r\n250 8BITMIME";
    private boolean startTls;
    private boolean tls;
    private String takes = "access-1";
    private String answer = "{\"access_token\":\"access-%d\",\"expires_in\":3600,\"refresh_token\":\"refresh-%d\"}";
    private int status = 200;
    private String verdict = "250 2.1.5 fine";

    @BeforeAll
    static void certificates() throws Exception {
        localhost = OWN.server("localhost", 10);
    }

    @BeforeEach
    void serve() throws IOException {
        smtp = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "smtp");
        listener.setDaemon(true);
        listener.start();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.formatted(asked.size(), asked.size()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", String.valueOf(smtp.getLocalPort()));
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "5000");
    }

    @AfterEach
    void stop() throws IOException {
        smtp.close();
        provider.stop(0);
    }

    @Test
    void a_password_goes_over_an_encrypted_connection_only() throws Exception {
        startTls = true;
        offers = "250-STARTTLS\r\n250 8BITMIME";
        properties.setProperty("mail.smtp.starttls.enable", "true");
        send(false, true);
        assertThat(told).contains("STARTTLS", "(encrypted)", "DATA");
        assertThat(told.indexOf("(encrypted)")).isLessThan(place("AUTH"));
        assertThat(plain(told.get(place("AUTH")))).endsWith("\0session\0session-password");
    }

    @Test
    void the_same_over_tls_from_the_start() throws Exception {
        tls = true;
        properties.setProperty("mail.smtp.ssl.enable", "true");
        send(false, true);
        assertThat(told).startsWith("(encrypted)").contains("DATA");
    }

    @Test
    void a_server_that_offers_no_starttls_hears_neither_password_nor_mail() {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        assertThat(trouble(false, true).trouble()).isEqualTo(MailTrouble.ENCRYPTION);
        assertThat(told).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void a_certificate_of_an_unknown_authority_of_another_name_or_of_last_year_is_not_believed() throws Exception {
        startTls = true;
        offers = "250-STARTTLS\r\n250 8BITMIME";
        properties.setProperty("mail.smtp.starttls.enable", "true");
        assertThat(trouble(false, false).trouble()).isEqualTo(MailTrouble.CERTIFICATE);
        certificate = OWN.server("elsewhere.example", 10);
        assertThat(trouble(false, true).trouble()).isEqualTo(MailTrouble.CERTIFICATE);
        certificate = OWN.server("localhost", -1);
        assertThat(trouble(false, true).trouble()).isEqualTo(MailTrouble.CERTIFICATE);
        assertThat(told).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void the_server_takes_an_access_token_and_the_new_refresh_token_is_kept() throws Exception {
        send(true, false);
        assertThat(xoauth(told.get(place("AUTH"))))
                .isEqualTo("user=desk@pilet.test\u0001auth=Bearer access-1\u0001\u0001");
        assertThat(kept).containsValue("refresh-1");
        assertThat(asked).hasSize(1).first().asString().contains("refresh_token=first-refresh");
    }

    @Test
    void a_token_that_was_taken_back_is_replaced_once_with_the_latest_refresh_token() throws Exception {
        SendingServer server = server(true, false);
        server.handOver(mail());
        takes = "access-2";
        server.handOver(mail());
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).contains("refresh_token=refresh-1");
        assertThat(kept).containsValue("refresh-2");
        assertThat(told.stream().filter("DATA"::equals)).hasSize(2);
        server.handOver(mail());
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_token_that_is_refused_for_good_is_asked_for_once_more_and_blames_no_mail() {
        takes = "none";
        SendingServerInTrouble trouble = trouble(true, false);
        assertThat(trouble.trouble()).isEqualTo(MailTrouble.SIGN_IN);
        assertThat(trouble).hasMessageContaining("{\"status\":\"401\"}");
        assertThat(asked).hasSize(2);
        assertThat(told).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void a_provider_that_gives_nothing_is_named() {
        status = 400;
        answer = "{\"error\":\"invalid_grant\",\"error_description\":\"expired %d %d\"}";
        SendingServerInTrouble trouble = trouble(true, false);
        assertThat(trouble.trouble()).isEqualTo(MailTrouble.TOKEN);
        assertThat(trouble).hasMessageContaining("invalid_grant");
        provider.stop(0);
        assertThat(trouble(true, false).trouble()).isEqualTo(MailTrouble.TOKEN);
    }

    @Test
    void a_wrong_password_and_a_silent_port_are_the_servers_trouble_and_a_refused_recipient_is_the_mails() {
        takes = "none";
        assertThat(trouble(false, false).trouble()).isEqualTo(MailTrouble.SIGN_IN);
        takes = "access-1";
        verdict = "550 5.1.1 no such user";
        SendFailedException refused = catchThrowableOfType(
                SendFailedException.class, () -> server(false, false).handOver(mail()));
        assertThat(SmtpAnswer.isFinal(refused)).isTrue();
        properties.setProperty("mail.smtp.port", "1");
        assertThat(trouble(false, false).trouble()).isEqualTo(MailTrouble.UNREACHABLE);
    }

    private SendingServerInTrouble trouble(boolean tokens, boolean trusted) {
        return catchThrowableOfType(
                SendingServerInTrouble.class, () -> server(tokens, trusted).handOver(mail()));
    }

    private void send(boolean tokens, boolean trusted) throws Exception {
        server(tokens, trusted).handOver(mail());
    }

    private SendingServer server(boolean tokens, boolean trusted) throws Exception {
        Session given = Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("session", "session-password");
            }
        });
        TokenAccess access =
                new TokenAccess("http://127.0.0.1:" + provider.getAddress().getPort() + "/token", "client", null, null);
        return new SendingServer(
                given,
                new MailTrust(trusted ? OWN.written(folder).toString() : null),
                new AccessTokens(new Clock()),
                tokens ? access : null,
                new KeptTokens());
    }

    private final class KeptTokens extends MailHosts {

        @Override
        public String refreshToken(String server, String given) {
            return kept.getOrDefault(server + given, given);
        }

        @Override
        public void refreshed(String server, String given, String refreshToken) {
            kept.put(server + given, refreshToken);
        }
    }

    private MimeMessage mail() throws Exception {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress("desk@pilet.test"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("anna@northwind.test"));
        mail.setText("Words");
        return mail;
    }

    private int place(String start) {
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).startsWith(start)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static String plain(String line) {
        return new String(Base64.getDecoder().decode(line.split(" ")[2]), StandardCharsets.UTF_8);
    }

    private static String xoauth(String line) {
        assertThat(line).startsWith("AUTH XOAUTH2 ");
        return plain(line);
    }

    private void listen() {
        while (!smtp.isClosed()) {
            try (Socket socket = smtp.accept()) {
                converse(tls ? encrypted(socket) : socket, false);
            } catch (IOException closed) {
                // the next one, if any
            }
        }
    }

    private Socket encrypted(Socket socket) throws IOException {
        SSLSocket wrapped = (SSLSocket) certificate.createSocket(socket, null, socket.getPort(), true);
        wrapped.setUseClientMode(false);
        wrapped.startHandshake();
        told.add("(encrypted)");
        return wrapped;
    }

    private void converse(Socket socket, boolean again) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        if (!again) {
            say(socket, "220 localhost ESMTP");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            told.add(line);
            String command = line.split(" ")[0];
            switch (command) {
                case "EHLO" -> say(socket, "250-localhost\r\n" + (again ? "250 AUTH PLAIN XOAUTH2" : offers));
                case "STARTTLS" -> {
                    say(socket, startTls ? "220 go ahead" : "502 not here");
                    converse(encrypted(socket), true);
                    return;
                }
                case "AUTH" -> authenticate(socket, in, line);
                case "RCPT" -> say(socket, verdict);
                case "DATA" -> {
                    say(socket, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // the mail itself
                    }
                    say(socket, "250 2.0.0 taken");
                }
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                default -> say(socket, "250 2.0.0 fine");
            }
        }
    }

    /** As Exchange and Gmail do it: what is wrong with a token is told in a challenge that wants an empty answer. */
    private void authenticate(Socket socket, BufferedReader in, String line) throws IOException {
        boolean token = line.startsWith("AUTH XOAUTH2");
        boolean fine = token ? xoauth(line).contains("Bearer " + takes + "\u0001") : !takes.equals("none");
        if (fine) {
            say(socket, "235 2.7.0 welcome");
        } else if (token) {
            say(socket, "334 " + Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes()));
            told.add(String.valueOf(in.readLine()));
            say(socket, "535 5.7.3 Authentication unsuccessful");
        } else {
            say(socket, "535 5.7.8 Authentication credentials invalid");
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
