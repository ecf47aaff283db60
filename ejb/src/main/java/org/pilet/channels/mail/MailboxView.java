package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A mailbox and its health.
 *
 * @param lastSuccessAt when it was last fetched without error, or null
 * @param failures how many fetches in a row have failed
 * @param lastError of the latest fetch, or null if it went well
 */
public record MailboxView(
        long id,
        String address,
        long queueId,
        String queueName,
        String protocol,
        String host,
        Integer port,
        String security,
        String user,
        String folder,
        String doneFolder,
        long largest,
        boolean plusAddresses,
        boolean active,
        List<String> aliases,
        Threading threading,
        boolean archive,
        TokenAccess tokens,
        Instant lastPollAt,
        Instant lastSuccessAt,
        int failures,
        String lastError,
        int version)
        implements Serializable {}
