package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pilet.platform.Clock;

class AccessTokensTest {

    private final List<String> asked = new ArrayList<>();
    private HttpServer provider;
    private String answer = "{\"access_token\":\"one\",\"expires_in\":3600,\"refresh_token\":\"next\"}";
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void a_refresh_token_is_exchanged_once_while_the_access_token_holds() throws IOException {
        AccessTokens tokens = new AccessTokens(new Clock());
        AccessTokens.Held first = tokens.token(access(), "refresh");
        assertThat(first.accessToken()).isEqualTo("one");
        assertThat(first.newRefreshToken()).isEqualTo("next");
        assertThat(tokens.token(access(), "refresh").accessToken()).isEqualTo("one");
        assertThat(asked)
                .containsExactly("grant_type=refresh_token&refresh_token=refresh&client_id=client&client_secret=s%26t");
    }

    @Test
    void what_the_provider_says_is_told() {
        status = 400;
        answer = "{\"error\":\"invalid_grant\",\"error_description\":\"expired\"}";
        assertThatThrownBy(() -> new AccessTokens(new Clock()).token(access(), "refresh"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("invalid_grant")
                .hasMessageContaining("expired");
        answer = "<html>";
        assertThatThrownBy(() -> new AccessTokens(new Clock()).token(access(), "refresh"))
                .isInstanceOf(IOException.class);
    }

    private TokenAccess access() {
        return new TokenAccess("http://127.0.0.1:" + provider.getAddress().getPort() + "/token", "client", "s&t", null);
    }
}
