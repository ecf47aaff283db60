package org.pilet.automation.webhooks;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.pilet.platform.Clock;
import org.pilet.platform.DeliveryRefused;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;
import org.pilet.platform.PublicAddresses;

/** Calls out: signed, without following anybody elsewhere, and with every attempt in the log. */
@Dependent
class WebhookCourier implements OutboxHandler {

    static final String KIND = "webhook";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GONE = 410;

    /** One for all: it keeps connections and threads. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    private WebhookStore store;

    @Inject
    private WebhookSecret secrets;

    @Inject
    private PublicAddresses addresses;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(OutboxItem item) throws DeliveryRefused, IOException, InterruptedException {
        JsonObject order;
        try (JsonReader reader = Json.createReader(new StringReader(item.payload()))) {
            order = reader.readObject();
        }
        long id = order.getJsonNumber("webhookId").longValue();
        WebhookView webhook = store.find(id).filter(WebhookView::active).orElse(null);
        if (webhook == null) {
            throw new DeliveryRefused("The webhook " + id + " is gone or switched off", null);
        }
        call(webhook, item, order.getString("body"));
    }

    private void call(WebhookView webhook, OutboxItem item, String body)
            throws DeliveryRefused, IOException, InterruptedException {
        Instant begun = clock.now();
        Integer status = null;
        String error = null;
        try {
            URI address = addresses.checked(webhook.url());
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Pilet")
                    .header("X-Pilet-Delivery", item.dedupKey())
                    .header(
                            "X-Pilet-Signature",
                            WebhookSecret.signature(
                                    secrets.of(webhook.id(), store.secretRound(webhook.id())),
                                    begun.getEpochSecond(),
                                    body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            status =
                    CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            error = status / 100 == 2 ? null : "answered " + status;
        } catch (IOException failed) {
            error = failed.getClass().getSimpleName() + (failed.getMessage() == null ? "" : ": " + failed.getMessage());
            throw failed;
        } catch (InvalidInput notThere) {
            error = notThere.getMessage();
            throw new DeliveryRefused(error, notThere);
        } finally {
            int millis = (int) Duration.between(begun, clock.now()).toMillis();
            store.log(webhook.id(), item.dedupKey(), item.attempts(), begun, status, millis, error, body);
        }
        if (status == GONE) {
            throw new DeliveryRefused(error, null);
        }
        if (error != null) {
            throw new IOException(error);
        }
    }
}
