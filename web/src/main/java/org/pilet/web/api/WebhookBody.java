package org.pilet.web.api;

/** A webhook to be made or replaced. */
public record WebhookBody(String name, String url, Boolean active) {}
