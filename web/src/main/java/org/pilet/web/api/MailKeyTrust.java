package org.pilet.web.api;

/** Whether the house trusts a key. */
public record MailKeyTrust(Boolean trusted) {}
