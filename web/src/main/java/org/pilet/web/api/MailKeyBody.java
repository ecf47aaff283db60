package org.pilet.web.api;

/**
 * A certificate or key to be kept.
 *
 * @param file PEM or armoured text, or the file in base64
 */
public record MailKeyBody(
        String kind, String file, String passphrase, Long mailboxId, Long personId, Boolean trusted) {}
