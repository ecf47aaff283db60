package org.pilet.channels.mail;

/**
 * A file with a certificate or key to be kept.
 *
 * @param file PEM or binary; PKCS#12 for a certificate with its private key; OpenPGP armoured or binary
 * @param passphrase of the file, or null
 * @param mailboxId the mailbox that is to use it; only then its private half is taken
 * @param personId whose it is, or null
 * @param trusted whether the house trusts it
 */
public record NewMailKey(
        MailKeyView.Kind kind, byte[] file, String passphrase, Long mailboxId, Long personId, boolean trusted) {}
