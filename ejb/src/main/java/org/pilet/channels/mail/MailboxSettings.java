package org.pilet.channels.mail;

/**
 * How a mailbox is to be fetched.
 *
 * @param id null for a new one
 * @param address the address people write to
 * @param queueId where its new tickets go
 * @param protocol IMAP, or PIPE for one that an MTA delivers to the API
 * @param security NONE, STARTTLS or TLS
 * @param password null: leave as it is
 * @param doneFolder where taken mails are moved; null: they stay, marked as read
 * @param largest in bytes; what is larger is refused with notice
 * @param plusAddresses whether the provider delivers {@code name+token@domain} here
 */
public record MailboxSettings(
        Long id,
        String address,
        long queueId,
        String protocol,
        String host,
        Integer port,
        String security,
        String user,
        String password,
        String folder,
        String doneFolder,
        long largest,
        boolean plusAddresses,
        boolean active) {}
