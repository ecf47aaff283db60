package org.pilet.automation.webhooks;

import java.io.Serializable;

/** Where another system wants to be called. */
public record WebhookView(long id, String name, String url, boolean active) implements Serializable {}
