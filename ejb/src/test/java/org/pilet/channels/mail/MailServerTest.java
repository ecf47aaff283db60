package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pilet.platform.Clock;

/** How mailboxes are opened, against a server that writes down what it is told. */
class MailServerTest {

    private static final String CAPABILITIES = "IMAP4rev1 AUTH=XOAUTH2 SASL-IR";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();
    private ServerSocket imap;
    private HttpServer provider;
    private String taken = "token-1";

    @BeforeEach
    void serve() throws IOException {
        imap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "imap");
        listener.setDaemon(true);
        listener.start();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", exchange -> {
            byte[] body = ("{\"access_token\":\"token-" + given.incrementAndGet() + "\",\"expires_in\":3600}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() throws IOException {
        imap.close();
        provider.stop(0);
    }

    @Test
    void a_mailbox_opens_with_a_providers_token() throws Exception {
        try (Store store = server().open(login("NONE", tokens()), Duration.ofSeconds(5))) {
            assertThat(store.isConnected()).isTrue();
        }
        assertThat(shown()).containsExactly("user=support@pilet.test\u0001auth=Bearer token-1\u0001\u0001");
    }

    @Test
    void a_token_that_was_taken_back_early_is_replaced_at_once() throws Exception {
        MailServer server = server();
        server.open(login("NONE", tokens()), Duration.ofSeconds(5)).close();
        taken = "token-2";
        try (Store store = server.open(login("NONE", tokens()), Duration.ofSeconds(5))) {
            assertThat(store.isConnected()).isTrue();
        }
        assertThat(given).hasValue(2);
    }

    @Test
    void a_server_that_cannot_be_spoken_to_in_secret_hears_no_password() {
        assertThatThrownBy(() -> server().open(login("STARTTLS", null), Duration.ofSeconds(5)))
                .isInstanceOf(MessagingException.class);
        assertThatThrownBy(() -> server().open(login("TLS", null), Duration.ofSeconds(5)))
                .isInstanceOf(MessagingException.class);
        assertThat(told).noneMatch(line -> line.contains("refresh") || line.contains("LOGIN"));
    }

    private static MailServer server() {
        return new MailServer(new AccessTokens(new Clock()), new MailTrust((String) null));
    }

    private TokenAccess tokens() {
        return new TokenAccess("http://127.0.0.1:" + provider.getAddress().getPort() + "/token", "client", null, null);
    }

    private MailboxLogin login(String security, TokenAccess tokens) {
        return new MailboxLogin(
                1,
                "IMAP",
                "127.0.0.1",
                imap.getLocalPort(),
                security,
                "support@pilet.test",
                "refresh",
                "INBOX",
                null,
                1 << 20,
                tokens,
                null,
                0);
    }

    private List<String> shown() {
        return told.stream()
                .filter(line -> line.contains("AUTHENTICATE XOAUTH2 "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .map(code -> new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8))
                .toList();
    }

    private void listen() {
        while (!imap.isClosed()) {
            try (Socket socket = imap.accept()) {
                converse(socket);
            } catch (IOException closed) {
                // the next one, if any
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        say(socket, "* OK [CAPABILITY " + CAPABILITIES + "] ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            told.add(line);
            String[] words = line.split(" ");
            String command = words.length > 1 ? words[1] : "";
            if (command.equals("CAPABILITY")) {
                say(socket, "* CAPABILITY " + CAPABILITIES);
            }
            boolean takes = !command.equals("AUTHENTICATE")
                    || new String(Base64.getDecoder().decode(words[3]), StandardCharsets.UTF_8)
                            .contains("Bearer " + taken + "\u0001");
            say(socket, words[0] + (takes ? " OK done" : " NO [AUTHENTICATIONFAILED] invalid"));
            if (command.equals("LOGOUT")) {
                return;
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
