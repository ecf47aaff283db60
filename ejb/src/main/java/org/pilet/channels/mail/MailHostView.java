package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;

/**
 * The server that takes our mail, or a domain that mail is for.
 *
 * @param pausedUntil until when it is left alone, or null
 * @param failures how many times in a row it could not be reached
 * @param sentThisMinute how many mails it was given within the running minute
 * @param lastTrouble why it could not be used when it last failed, or null
 * @param lastError what it said last when it failed, or null
 */
public record MailHostView(
        String host,
        Instant pausedUntil,
        int failures,
        int sentThisMinute,
        MailTrouble lastTrouble,
        String lastError,
        Instant lastSentAt)
        implements Serializable {}
