package org.pilet.automation.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.Clock;
import org.pilet.platform.DeliveryRefused;
import org.pilet.platform.OutboxItem;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.PublicAddresses;
import org.pilet.platform.Settings;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class WebhookCourierTest {

    private static final String SECRET = "a secret of at least thirty-two characters";

    private final WebhookStore store;
    private final List<String> received = new ArrayList<>();
    private HttpServer receiver;
    private int answer = 204;
    private String internal = "127.0.0.1";

    WebhookCourierTest(Sql sql) {
        store = Wiring.wire(new WebhookStore(), sql);
    }

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("X-Pilet-Delivery") + " "
                    + exchange.getRequestHeaders().getFirst("X-Pilet-Signature") + " " + body);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void delivers_signed_and_logs_it() throws Exception {
        long id = webhook();
        courier().deliver(item(id, 1));
        assertThat(received).hasSize(1);
        String[] parts = received.get(0).split(" ", 4);
        assertThat(parts[1]).isEqualTo("key");
        long second = Long.parseLong(parts[2].replaceAll("t=(\\d+),.*", "$1"));
        assertThat(parts[2])
                .isEqualTo(WebhookSecret.signature(new WebhookSecret(settings()).of(id, 1), second, "{\"a\":1}"));
        assertThat(parts[3]).isEqualTo("{\"a\":1}");
        assertThat(store.deliveries(id, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(log -> assertThat(log.status()).isEqualTo(204))
                .satisfies(log -> assertThat(log.error()).isNull());
    }

    @Test
    void a_failing_receiver_is_tried_again_and_one_that_is_gone_is_not() throws Exception {
        long id = webhook();
        answer = 500;
        assertThatThrownBy(() -> courier().deliver(item(id, 1))).isInstanceOf(IOException.class);
        answer = 410;
        assertThatThrownBy(() -> courier().deliver(item(id, 2))).isInstanceOf(DeliveryRefused.class);
        receiver.stop(0);
        assertThatThrownBy(() -> courier().deliver(item(id, 3))).isInstanceOf(IOException.class);
        assertThat(store.deliveries(id, Long.MAX_VALUE, 10))
                .extracting(WebhookDelivery::attempt, WebhookDelivery::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, null),
                        org.assertj.core.groups.Tuple.tuple(2, 410),
                        org.assertj.core.groups.Tuple.tuple(1, 500));
    }

    @Test
    void follows_nobody_elsewhere() throws Exception {
        long id = webhook();
        answer = 307;
        assertThatThrownBy(() -> courier().deliver(item(id, 1))).isInstanceOf(IOException.class);
        assertThat(received).hasSize(1);
    }

    @Test
    void an_address_that_has_come_to_lie_inside_is_not_called() throws Exception {
        long id = webhook();
        internal = "";
        assertThatThrownBy(() -> courier().deliver(item(id, 1))).isInstanceOf(DeliveryRefused.class);
        assertThat(received).isEmpty();
        assertThat(store.deliveries(id, Long.MAX_VALUE, 10)).hasSize(1);
    }

    private long webhook() {
        int port = receiver.getAddress().getPort();
        return store.save(null, "w" + System.nanoTime(), "http://127.0.0.1:" + port + "/hook", true);
    }

    private WebhookCourier courier() {
        return Wiring.wire(
                new WebhookCourier(),
                store,
                new WebhookSecret(settings()),
                new PublicAddresses(settings()),
                new Clock());
    }

    private Settings settings() {
        return new Settings() {
            @Override
            public String environment(String key, String fallback) {
                return key.equals("pilet.secret") ? SECRET : internal;
            }
        };
    }

    private static OutboxItem item(long webhookId, int attempt) {
        String payload = "{\"webhookId\":" + webhookId + ",\"body\":\"{\\\"a\\\":1}\"}";
        return new OutboxItem(
                1, "webhook", "key", payload, null, attempt, Instant.EPOCH, Instant.EPOCH, "WAITING", null);
    }
}
