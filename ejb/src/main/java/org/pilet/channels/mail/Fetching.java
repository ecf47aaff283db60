package org.pilet.channels.mail;

import java.io.Serializable;

/**
 * How a mailbox is fetched.
 *
 * @param leaveOnServer POP3 only: taken mails stay on the server; otherwise they are deleted there once they are stored
 * @param idle IMAP only: whether the server is asked to tell of new mail at once (IDLE), where it offers that
 * @param pollSeconds how long to wait between two looks where nothing tells of new mail
 */
public record Fetching(boolean leaveOnServer, boolean idle, int pollSeconds) implements Serializable {

    /** Two looks a minute, fewer where the server speaks up by itself. */
    public static final Fetching USUAL = new Fetching(false, true, 30);

    /** The longest pause, in seconds: a day. */
    public static final int LONGEST_PAUSE = 86_400;
}
