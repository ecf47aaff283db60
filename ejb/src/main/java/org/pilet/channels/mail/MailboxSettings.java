package org.pilet.channels.mail;

import java.util.List;

/**
 * How a mailbox is to be fetched.
 *
 * @param id null for a new one
 * @param address the address people write to
 * @param queueId where its new tickets go
 * @param protocol IMAP; POP3; or PIPE for one that an MTA delivers to the API
 * @param security NONE, STARTTLS or TLS
 * @param password null: leave as it is
 * @param doneFolder where taken mails are moved; null: they stay, marked as read
 * @param largest in bytes; what is larger is refused with notice
 * @param plusAddresses whether the provider delivers {@code name+token@domain} here
 * @param aliases other addresses whose mail arrives here; null: leave as they are
 * @param threading how the ticket of a mail is found; null: leave as it is
 * @param archive whether it only takes in old mail: tickets get the mails' own dates, nobody is answered automatically
 * @param tokens how to get in without a password, or null for a password
 * @param fetching how it is fetched; null: leave as it is, as usual for a new one
 * @param version as it was read, to be refused when somebody has saved it since; null: overwrite knowingly
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
        boolean active,
        List<String> aliases,
        Threading threading,
        boolean archive,
        TokenAccess tokens,
        Fetching fetching,
        Integer version) {}
