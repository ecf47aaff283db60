package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A mailbox and its health.
 *
 * @param watchedSince since when the server tells of new mail by itself (IDLE), or null
 * @param lastMailAt when the latest mail was taken, or null
 * @param lastLagSeconds how long that had lain on the server, or null where the server does not say
 * @param removable whether nothing has come by it, so that it may be removed
 * @param lastSuccessAt when it was last fetched without error, or null
 * @param failures how many fetches in a row have failed
 * @param lastTrouble why the latest fetch failed, or null if it went well
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
        Fetching fetching,
        Instant lastPollAt,
        Instant lastSuccessAt,
        int failures,
        MailTrouble lastTrouble,
        String lastError,
        Instant watchedSince,
        Instant lastMailAt,
        Long lastLagSeconds,
        boolean removable,
        int version)
        implements Serializable {}
