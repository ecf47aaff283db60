package org.pilet.channels.mail;

/** What is wrong with a mail. */
public enum MailReconciliationKind {
    /** The server has it marked as read, and it was never taken here: somebody else has read the mailbox. */
    NEVER_TAKEN,
    /** It was taken, but nothing was decided about it for a quarter of an hour. */
    UNDECIDED,
    /** It was decided to be on a ticket, and its message is not there. */
    NO_MESSAGE,
    /** It was refused, and nobody was told. */
    NO_NOTICE,
    /** Its message is that of another mail of the log too. */
    DOUBLED
}
