package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What a mailbox looks like from here.
 *
 * @param ok whether it could be opened
 * @param trouble why it could not be opened, or null
 * @param error what the server or the network said, or null
 * @param messages how many mails are in it
 * @param waiting how many of them are not taken yet
 * @param newest some of those, newest first, as they would be read; nothing is taken or marked
 */
public record MailboxCheck(
        boolean ok, MailTrouble trouble, String error, int messages, int waiting, List<WaitingMail> newest)
        implements Serializable {

    /** One mail. */
    public record WaitingMail(String from, String subject, Instant sentAt, long size) implements Serializable {}
}
