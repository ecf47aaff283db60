package org.pilet.automation.webhooks;

import java.io.Serializable;
import java.time.Instant;

/**
 * One attempt to call.
 *
 * @param deliveryKey the same for every attempt of one call; the receiver drops what it has seen
 * @param status the answer's HTTP status; null when there was none
 */
public record WebhookDelivery(
        long id,
        long webhookId,
        String deliveryKey,
        Instant at,
        int attempt,
        Integer status,
        int millis,
        String error,
        String body)
        implements Serializable {}
